package org.bluehelmets.loading;

import io.quarkus.runtime.ImageMode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import java.util.List;
import org.antlr.v4.runtime.atn.PredictionMode;
import org.hibernate.grammars.hql.HqlParser;
import org.hibernate.query.hql.internal.HqlParseTreeBuilder;

/**
 * What the parser of HQL has learned before the first query. It finds its way through the grammar by trying, and keeps
 * what it found for good: its first statement takes a hundred times as long as the others, and leaves 30 MB to be
 * collected. The native executable is built with a parser that has read a statement of each form that
 * {@link Statements} and the package strength send; others only take a little longer the first time.
 */
@ApplicationScoped
class LearnedGrammar {

    static final List<String> FORMS = List.of(
            "select e.code, e from Nation e where any_of(e.code, :keys)",
            """
            from Battalion e
            where lower(e.name) = lower(:name)
              or e.pk in (select o.pk from Battalion o join o.aliases a where lower(a) = lower(:name))
            order by case when lower(e.name) = lower(:name) then 0 else 1 end, e.key""",
            "select e.battalion.pk, e from Position e where any_of(e.battalion.pk, :parents) order by e.name, e.key",
            "select p.pk, count(*) from Nation p join p.hosted e where any_of(p.pk, :parents) group by p.pk",
            """
            select w.parent, e
            from (
              select e.mission.pk as parent, e.pk as pk, row_number() over (
                partition by e.mission.pk order by case when e.asOf.date is null then 1 else 0 end, e.asOf.date desc,
                e.key desc) as place
              from PersonnelCount e
              where any_of(e.mission.pk, :parents) and (e.total >= :f0 or e.women is null) and not e.men < :f1
            ) w
            join PersonnelCount e on e.pk = w.pk
            where w.place <= :rows
            order by w.parent, w.place""",
            """
            from Nation e
            where 1 = 1 and e.code like upper(:f0) escape '!' and (lower(e.name) = lower(:f1) or not (e.m49 <> :f2))
              and case when e.m49 <= :f3 then 1 else 0 end = 0
              and e.pk in (select en.pk from Battalion en join en.nations eo where eo.m49 in (:f4) and en.joint = true)
              and (e.code > :k0 or (e.code = :k0 and e.pk > :k1))
            order by e.code asc, e.pk asc""",
            "select count(*) from Mission e where 1 = 1 and e.kind = :f0 and e.startedOn.date is not null",
            """
            select r.reportedOn, c.category, sum(c.total), sum(c.women), max(c.men) * 2 - 1
            from MonthlyReport r
              join r.source s
              left join PersonnelCount c on c.asOf.date = r.reportedOn and c.source = s and c.nation.pk + 0 in :nations
            where s.key = :source and year(r.reportedOn) = :year and r.reportedOn between :first and :last
            group by r.reportedOn, c.category
            having sum(c.total) > 0
            order by sum(c.total) desc, r.reportedOn""");

    /** Reads all forms where a native executable is being built: a start of the jar would only get longer by it. */
    void learn(@Observes @Initialized(ApplicationScoped.class) Object container) {
        if (ImageMode.current() == ImageMode.NATIVE_BUILD) {
            FORMS.forEach(LearnedGrammar::parse);
        }
    }

    /** As Hibernate does it. */
    static void parse(String hql) {
        HqlParser parser =
                HqlParseTreeBuilder.INSTANCE.buildHqlParser(hql, HqlParseTreeBuilder.INSTANCE.buildHqlLexer(hql));
        parser.getInterpreter().setPredictionMode(PredictionMode.SLL);
        parser.statement();
        if (parser.getNumberOfSyntaxErrors() > 0) {
            throw new IllegalStateException("not HQL: " + hql);
        }
    }
}
