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
 * One version of a figure: what it said, and who made it so. Figures that no editor has touched have none in the
 * database; {@link #ofRecorded} makes their only one.
 */
@Entity
@Table(name = "personnel_count_revision")
@Description("One version of a figure: what it said, who made it so, when and why.")
public class Revision extends BaseEntity {

    /** Who has recorded what came from data files and datasets. */
    public static final String IMPORT = "import";

    /** The figure, which may have been retracted. */
    @Ignore
    @Column(name = "personnel_count_pk")
    public Long countPk;

    @NonNull
    @Description("The figure's version, counted from 1.")
    public Integer version;

    @NonNull
    @Description("What was done.")
    @Enumerated(EnumType.STRING)
    public RevisionType change;

    @NonNull
    @Description("When it was done.")
    public OffsetDateTime changedAt;

    @NonNull
    @Description("Who did it: an editor, or \"import\" for what came from a file.")
    public String changedBy;

    @Description("Why, in the editor's words.")
    public String reason;

    @NonNull
    @Description("How many people, women and men together.")
    public Integer total;

    @Description("How many of them are women, where the source says so.")
    public Integer women;

    @Description("How many of them are men, where the source says so.")
    public Integer men;

    @NonNull
    @Description("How exactly the source gives the number.")
    @Enumerated(EnumType.STRING)
    public Precision precision;

    @NonNull
    @Description("What kind of statement it is.")
    @Enumerated(EnumType.STRING)
    public CountStatus status;

    @NonNull
    @Embedded
    @Description("The date that the figure holds for.")
    public PartialDate asOf;

    @Description("What else the source says of it.")
    public String note;

    @Ignore
    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "source_pk")
    public Source source;

    /** A figure as it stands, as a version of itself. */
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

    /** The first version of a figure that came from a file. */
    public static Revision ofRecorded(PersonnelCount count) {
        return of(count, RevisionType.RECORDED, count.recordedAt, IMPORT, null);
    }

    /** The figure as this version of it was; its subject and category never change. */
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
