package org.bluehelmets.mutation;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import org.bluehelmets.database.RequestTransaction;
import org.bluehelmets.model.BaseEntity;
import org.bluehelmets.model.PersonnelCount;
import org.bluehelmets.model.Revision;
import org.hibernate.StatelessSession;

/** Queries and statements of the mutations of personnel counts. */
final class PersonnelCountRepository {

    private static final String COLUMNS = """
            pk, natural_key, nation_pk, mission_pk, battalion_pk, deployment_pk, category, total, women, men, precision,
            status, as_of_date, as_of_precision, note, source_pk, recorded_at""";

    private PersonnelCountRepository() {}

    /** Returns whether the source has another count with the same subject, category, status and date. */
    static boolean existsDuplicate(StatelessSession session, PersonnelCount count) {
        return session.createSelectionQuery("""
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
                        .setParameter("nation", pk(count.nation), Long.class)
                        .setParameter("mission", pk(count.mission), Long.class)
                        .setParameter("battalion", pk(count.battalion), Long.class)
                        .setParameter("deployment", pk(count.deployment), Long.class)
                        .setParameter("key", count.key)
                        .getSingleResult()
                > 0;
    }

    /** Inserts the first revision of a count from a file, which has no revisions until an editor changes it. */
    static void insertFirstRevisionIfMissing(RequestTransaction transaction, PersonnelCount count) {
        if (!hasRevisions(transaction.readSession(), count)) {
            transaction.writeSession().insert(Revision.ofRecorded(count));
        }
    }

    private static boolean hasRevisions(StatelessSession session, PersonnelCount count) {
        return session.createSelectionQuery("select count(*) from Revision r where r.countPk = :pk", Long.class)
                        .setParameter("pk", count.pk)
                        .getSingleResult()
                > 0;
    }

    /** Moves a count with its new version to the table of retracted counts, which no list, total or ranking reads. */
    static void moveToRetracted(RequestTransaction transaction, PersonnelCount count) {
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
                throw new IllegalStateException(count + " does not exist");
            }
        } catch (SQLException e) {
            throw new IllegalStateException("Could not retract " + count, e);
        }
    }

    private static Long pk(BaseEntity entity) {
        return entity == null ? null : entity.pk;
    }
}
