package org.bluehelmets.mutation;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import org.bluehelmets.database.RequestTransaction;
import org.bluehelmets.model.PersonnelCount;
import org.bluehelmets.model.Revision;

/** What the mutations of figures ask the database, and how a figure is taken out of its lists. */
final class PersonnelCountStatements {

    private static final String COLUMNS = """
            pk, natural_key, nation_pk, mission_pk, battalion_pk, deployment_pk, category, total, women, men, precision,
            status, as_of_date, as_of_precision, note, source_pk, recorded_at""";

    private PersonnelCountStatements() {}

    /** Whether the source of a figure has given another one that says, or denies, the same. */
    static boolean isThere(RequestTransaction transaction, PersonnelCount count) {
        return transaction
                        .readSession()
                        .createSelectionQuery("""
                                select count(*) from PersonnelCount c
                                where c.source.pk = :source and c.asOf.date = :date and c.asOf.precision = :precision
                                  and c.category = :category and c.status = :status
                                  and c.nation.pk is not distinct from :nation
                                  and c.mission.pk is not distinct from :mission
                                  and c.battalion.pk is not distinct from :battalion
                                  and c.deployment.pk is not distinct from :deployment
                                  and c.key <> :key""", Long.class)
                        .setParameter("source", count.source.pk)
                        .setParameter("date", count.asOf.date, LocalDate.class)
                        .setParameter("precision", count.asOf.precision)
                        .setParameter("category", count.category)
                        .setParameter("status", count.status)
                        .setParameter("nation", InputValidator.pk(count.nation), Long.class)
                        .setParameter("mission", InputValidator.pk(count.mission), Long.class)
                        .setParameter("battalion", InputValidator.pk(count.battalion), Long.class)
                        .setParameter("deployment", InputValidator.pk(count.deployment), Long.class)
                        .setParameter("key", count.key)
                        .getSingleResult()
                > 0;
    }

    /** A figure that came from a file gets its first version into its history before it is changed. */
    static void recordFirst(RequestTransaction transaction, PersonnelCount count) {
        long revisions = transaction
                .readSession()
                .createSelectionQuery("select count(*) from Revision r where r.countPk = :pk", Long.class)
                .setParameter("pk", count.pk)
                .getSingleResult();
        if (revisions == 0) {
            transaction.writeSession().insert(Revision.ofRecorded(count));
        }
    }

    /** Moves a figure to where no list, no total and no ranking looks, at its new version. */
    static void takeOut(RequestTransaction transaction, PersonnelCount count) {
        try (PreparedStatement copy = transaction
                        .connection()
                        .prepareStatement(
                                "insert into retracted_personnel_count (%1$s, version) select %1$s, ? from personnel_count"
                                                .formatted(COLUMNS)
                                        + " where pk = ?");
                PreparedStatement delete =
                        transaction.connection().prepareStatement("delete from personnel_count where pk = ?")) {
            copy.setInt(1, count.version);
            copy.setLong(2, count.pk);
            delete.setLong(1, count.pk);
            if (copy.executeUpdate() != 1 || delete.executeUpdate() != 1) {
                throw new IllegalStateException(count + " is not there any more");
            }
        } catch (SQLException e) {
            throw new IllegalStateException(count + " could not be taken out", e);
        }
    }
}
