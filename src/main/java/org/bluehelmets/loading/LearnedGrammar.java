package org.bluehelmets.loading;

import io.quarkus.runtime.ImageMode;
import java.util.List;
import org.antlr.v4.runtime.atn.PredictionMode;
import org.hibernate.grammars.hql.HqlParser;
import org.hibernate.query.hql.internal.HqlParseTreeBuilder;

/**
 * What the parser of HQL has learned before the first query. It finds its way through the grammar by trying, and keeps
 * what it found for good: its first statement takes a hundred times as long as the others, and leaves 30 MB to be
 * collected. The native executable is built with a parser that has read statements like those that this package and the
 * package strength send; others only take longer the first time.
 */
public final class LearnedGrammar {

    static final List<String> FORMS = List.of(
            "select e.code, e from Nation e where any_of(e.code, :keys)",
            "select o.pk, e from Battalion o join o.nations e where any_of(o.pk, :parents) order by e.code",
            "select e.nation.pk, e from Figure e where any_of(e.nation.pk, :parents) order by e.asOf.date nulls last, e.key",
            "select p.pk, count(*) from Battalion e join e.nations p where any_of(p.pk, :parents) group by p.pk",
            "select count(*) from Mission e where 1 = 1 and e.kind = :f0",
            "from Nation e where 1 = 1 order by e.code asc",
            """
            from Battalion e
            where lower(e.name) = lower(:name)
              or e.pk in (select o.pk from Battalion o join o.aliases a where lower(a) = lower(:name))
            order by case when lower(e.name) = lower(:name) then 0 else 1 end, e.key""",
            """
            from PersonnelCount e
            where 1 = 1 and e.source.pk in (select en.pk from Source en where en.kind = :f0)
              and (e.total >= :f1 or e.women is null or not e.men < :f2) and e.nation.code like upper(:f3) escape '!'
              and case when e.total <= :f4 and e.men is not null then 1 else 0 end = 0
              and (e.asOf.date > :k0 or (e.asOf.date = :k0 and e.key > :k1))
            order by e.asOf.date asc nulls last, e.key asc""",
            """
            select w.parent, e
            from (
              select p.pk as parent, e.pk as pk, row_number() over (partition by p.pk order by lower(e.name) asc, e.key asc) as place
              from Battalion e join e.nations p
              where any_of(p.pk, :parents) and lower(e.name) like lower(:f0) escape '!'
                and e.pk in (select j.pk from Battalion j join j.nations n group by j.pk having count(n.pk) > 1)
            ) w
            join Battalion e on e.pk = w.pk
            where w.place <= :rows
            order by w.parent, w.place""",
            """
            select w.parent, e
            from (
              select p.nation as parent, e.pk as pk, row_number() over (partition by p.nation order by e.acronym desc) as place
              from Mission e join (
                select n.pk as nation, c.mission.pk as mission from Nation n join PersonnelCount c on c.nation = n
                where any_of(n.pk, :parents) and c.mission is not null and c.total > 0
                union select d.nation.pk as nation, d.mission.pk as mission from Deployment d
                where any_of(d.nation.pk, :parents)
              ) p on p.mission = e.pk
              where any_of(p.nation, :parents)
            ) w
            join Mission e on e.pk = w.pk
            where w.place <= :rows
            order by w.parent, w.place""",
            """
            select sum(c.total), sum(c.women), count(*) - count(c.women), c.asOf.date, c.category, c.nation.pk
            from Source s join MonthlyReport r on r.source = s
              join PersonnelCount c on c.asOf.date = r.reportedOn and c.source = s
            where s.key = :source and any_of(r.reportedOn, :days) and any_of(c.nation.pk + 0, :nations)
              and year(c.asOf.date) between :firstYear and :lastYear
            group by c.asOf.date, c.category, c.nation.pk""",
            """
            select n.pk, n.code, sum(c.total) as people
            from Source s join PersonnelCount c on c.source = s and c.asOf.date = :day join c.nation n
            where s.key = :source
            group by n.pk, n.code
            having sum(c.total) > 0
            order by people desc, n.code""");

    private LearnedGrammar() {}

    /** Reads all forms where a native executable is being built: a start of the jar would only get longer by it. */
    public static void learn() {
        if (ImageMode.current() == ImageMode.NATIVE_BUILD) {
            FORMS.forEach(LearnedGrammar::parse);
        }
    }

    /**
     * As Hibernate does it.
     *
     * @throws IllegalArgumentException where this is no HQL
     */
    static void parse(String hql) {
        HqlParser parser =
                HqlParseTreeBuilder.INSTANCE.buildHqlParser(hql, HqlParseTreeBuilder.INSTANCE.buildHqlLexer(hql));
        parser.getInterpreter().setPredictionMode(PredictionMode.SLL);
        parser.statement();
        if (parser.getNumberOfSyntaxErrors() > 0) {
            throw new IllegalArgumentException(hql);
        }
    }
}
