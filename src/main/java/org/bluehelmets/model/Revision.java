package org.bluehelmets.model;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.OffsetDateTime;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Ignore;
import org.eclipse.microprofile.graphql.NonNull;

/**
 * A version of a personnel count with its values, author, time and reason. Counts that no editor has changed have no
 * revision in the database; {@link #ofRecorded} creates their only one.
 */
@Entity
@Table(name = "personnel_count_revision")
@Description("A version of a personnel count: its values, its author, and the time and reason of the change.")
public class Revision extends BaseEntity {

    /** The author of values from data files and datasets. */
    public static final String IMPORT = "import";

    /** The surrogate key of the count, which may be retracted. */
    @Ignore
    @Column(name = "personnel_count_pk")
    public Long countPk;

    @NonNull
    @Description("Version of the personnel count, counted from 1.")
    public Integer version;

    @NonNull
    @Description("Kind of change that created this version.")
    @Enumerated(EnumType.STRING)
    public RevisionType change;

    @NonNull
    @Description("Time of the change.")
    public OffsetDateTime changedAt;

    @NonNull
    @Description("Author of the change: the name of an editor, or \"import\" for values from a file.")
    public String changedBy;

    @Description("Reason for the change, as the editor gave it. Null if there is none.")
    public String reason;

    @NonNull
    @Description("Number of people, women and men together.")
    public Integer total;

    @Description("Number of women. Null if the source does not give it.")
    public Integer women;

    @Description("Number of men. Null if the source does not give it.")
    public Integer men;

    @NonNull
    @Description("Precision of the count as the source gives it.")
    @Enumerated(EnumType.STRING)
    public Precision precision;

    @NonNull
    @Description("Kind of statement that the count makes.")
    @Enumerated(EnumType.STRING)
    public CountStatus status;

    @NonNull
    @Embedded
    @Description("Date for which the count holds.")
    public PartialDate asOf;

    @Description("Other information from the source. Null if there is none.")
    public String note;

    @Ignore
    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "source_pk")
    public Source source;

    /** Creates a revision from the current values of a count. */
    public static Revision of(PersonnelCount count, RevisionType change, OffsetDateTime at, String by, String reason) {
        Revision revision = new Revision();
        revision.countPk = count.pk;
        revision.version = count.version;
        revision.change = change;
        revision.changedAt = at;
        revision.changedBy = by;
        revision.reason = reason;
        revision.total = count.total;
        revision.women = count.women;
        revision.men = count.men;
        revision.precision = count.precision;
        revision.status = count.status;
        revision.asOf = count.asOf;
        revision.note = count.note;
        revision.source = count.source;
        return revision;
    }

    /** Creates the first revision of a count from a file. */
    public static Revision ofRecorded(PersonnelCount count) {
        return of(count, RevisionType.RECORDED, count.recordedAt, IMPORT, null);
    }

    /** Returns the count with the values of this revision. Its subject and category never change. */
    public PersonnelCount of(PersonnelCount count) {
        PersonnelCount then = count.copy();
        then.version = version;
        then.total = total;
        then.women = women;
        then.men = men;
        then.precision = precision;
        then.status = status;
        then.asOf = asOf;
        then.note = note;
        then.source = source;
        return then;
    }

    @Override
    @Ignore
    public String naturalKey() {
        return countPk + "/" + version;
    }
}
