package org.bluehelmets.model;

import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import java.time.LocalDate;

/**
 * An official report of one month. What it counted is in the personnel counts of its source and date; a nation or a
 * mission without any was reported by saying nothing of it, which means nobody.
 */
@Entity
public class MonthlyReport extends BaseEntity {

    /** The natural key of the source of all official reports, DPO-UCHISTORICAL: the one whose counts are added up. */
    public static final String SOURCE = "un-contributions";

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "source_pk")
    public Source source;

    /** The first day of the month. */
    public LocalDate reportMonth;

    /** The day that the counts hold for: mostly the last of the month. */
    public LocalDate reportedOn;

    /** Whether it says who serves where; some months were published by nation only. */
    public boolean byMission;

    /** Whether rows of it could not be read and were skipped: a nation without a count may have had people. */
    public boolean incomplete;

    @Override
    public String naturalKey() {
        return reportMonth.toString();
    }
}
