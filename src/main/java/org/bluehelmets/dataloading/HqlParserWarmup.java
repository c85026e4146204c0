package org.bluehelmets.dataloading;

import io.quarkus.runtime.ImageMode;
import java.util.List;
import org.antlr.v4.runtime.atn.PredictionMode;
import org.hibernate.grammars.hql.HqlParser;
import org.hibernate.query.hql.internal.HqlParseTreeBuilder;

/**
 * Warms up the HQL parser when the native executable is built. The ANTLR parser caches its predictions: without the cache,
 * its first statement takes a hundred times as long as later ones and allocates 30 MB. The executable contains the cache for
 * statements like those of the packages {@code dataloading}, {@code strength} and {@code curation}.
 */
public final class HqlParserWarmup {

    static final List<String> STATEMENTS = List.of(
            "from Nation e where any_of(e.pk, :keys)",
            "select o.pk, e from Battalion o join o.nations e where any_of(o.pk, :parents) order by e.code",
            "select e.nation.pk, e from Figure e where any_of(e.nation.pk, :parents) order by e.asOf.date nulls last, e.key",
            """
            from Battalion e
            where e.name = :name or e.nameKey = :key or e.aliasKeys like :alias escape '!'
            order by case when e.name = :name then 0 when e.nameKey = :key then 1 else 2 end, e.key""",
            """
            select case when e.nameKey like :nameKeyWhole escape '!' or e.aliasKeys like :aliasKeysWhole escape '!' then 0
              when e.nameKey like :nameKeyStart escape '!' then 1 else 2 end as fit, e from Battalion e
            where e.nameKey like :nameKeyPiece escape '!' or e.aliasKeys like :aliasKeysPiece escape '!'
            order by fit, e.nameKey""",
            """
            select sum(c.total), sum(c.women), count(*) - count(c.women), c.asOf.date, c.category, c.nation.pk
            from Source s join MonthlyReport r on r.source = s
              join PersonnelCount c on c.asOf.date = r.reportedOn and c.source = s
            where s.key = :source and any_of(r.reportedOn, :days) and any_of(c.nation.pk + 0, :nations)
              and year(c.asOf.date) between :firstYear and :lastYear
            group by c.asOf.date, c.category, c.nation.pk""",
            """
            select d, c.category, c.asOf.date from Deployment d left join PersonnelCount c on c.deployment = d
            where any_of(d.nation.pk, :nations) and any_of(d.mission.pk, :missions) order by d.key""",
            """
            select b.pk, c.category, c.nation.pk from Battalion b join PersonnelCount c on c.battalion = b
            where c.deployment is null and any_of(c.nation.pk + 0, :nations)
            order by b.key""",
            """
            select n.pk, n.code, sum(c.total) as people
            from Source s join PersonnelCount c on c.source = s and c.asOf.date = :day join c.nation n
            where s.key = :source
            group by n.pk, n.code
            having sum(c.total) > 0
            order by people desc, n.code""",
            """
            select count(*) from PersonnelCount c
            where c.source.pk = :source and c.asOf.precision = :precision and c.nation.pk is not distinct from :nation
              and c.key <> :key""",
            "update Deployment d set d.status = :status, d.startsOn.date = :starts where d.pk = :pk");

    private HqlParserWarmup() {}

    /** Parses all statements during a native build. In the JVM, this would only delay the start. */
    public static void run() {
        if (ImageMode.current() == ImageMode.NATIVE_BUILD) {
            STATEMENTS.forEach(HqlParserWarmup::parse);
        }
    }

    /**
     * Parses a statement in the same way as Hibernate.
     *
     * @throws IllegalArgumentException if the statement is not valid HQL
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
