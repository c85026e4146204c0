package org.bluehelmets.mutation;

import java.time.LocalDate;
import org.bluehelmets.model.Milestone;
import org.hibernate.StatelessSession;

/** Finds milestones for mutations. */
final class MilestoneRepository {

    private MilestoneRepository() {}

    /** Returns whether a milestone with the same title, kind and date exists. */
    static boolean existsDuplicate(StatelessSession session, Milestone milestone) {
        return session.createSelectionQuery("""
                        select count(*) from Milestone m
                        where m.title = :title and m.kind = :kind and m.date.date is not distinct from :date""", Long.class)
                        .setParameter("title", milestone.title)
                        .setParameter("kind", milestone.kind)
                        .setParameter("date", milestone.date == null ? null : milestone.date.date, LocalDate.class)
                        .getSingleResult()
                > 0;
    }
}
