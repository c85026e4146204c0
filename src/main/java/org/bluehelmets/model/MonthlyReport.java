package org.bluehelmets.model;

import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import java.time.LocalDate;

/**
 * An official report of one month. Its values are the personnel counts with its source and date. A nation or mission
 * without such counts has a total of 0.
 */
@Entity
public class MonthlyReport extends BaseEntity {

    /** The natural key of the source of all official reports, DPO-UCHISTORICAL. Strength is computed from its counts only. */
    public static final String SOURCE = "un-contributions";

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "source_pk")
    public Source source;

    /** The first day of the month. */
    public LocalDate reportMonth;

    /** The day for which the counts hold, usually the last of the month. */
    public LocalDate reportedOn;

    /** Whether it is broken down by mission; some months were published by nation only. */
    public boolean byMission;

    /** Whether some rows could not be read, so that a nation without a count may have had personnel. */
    public boolean incomplete;

    @Override
    public String naturalKey() {
        return reportMonth.toString();
    }
}
