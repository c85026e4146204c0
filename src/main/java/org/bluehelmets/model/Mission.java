package org.bluehelmets.model;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OrderColumn;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.bluehelmets.database.TextFolding;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Ignore;
import org.eclipse.microprofile.graphql.NonNull;

/** A UN mission or an operation outside the UN. */
@Entity
@Description("A mission: a UN peacekeeping operation, special political mission or support office, or an"
        + " operation outside the UN.")
public class Mission extends BaseEntity implements Node, SearchResult {

    @NonNull
    @Description("Acronym, such as UNIFIL.")
    public String acronym;

    @NonNull
    @Description("Full name.")
    public String name;

    /** The folded name for sorting and searching, see {@link TextFolding}. */
    @Ignore
    public String nameKey;

    @NonNull
    @Description("Kind of mission, which also tells whether the UN runs it.")
    @Enumerated(EnumType.STRING)
    public MissionKind kind;

    @Embedded
    @Description("Date on which the mission was established or began. Null if unknown.")
    public PartialDate startedOn;

    @Embedded
    @Description("End date, actual or planned. Null if no end is known.")
    public PartialDate endedOn;

    /** Whether it has ended at an unknown time. */
    @Ignore
    public boolean ended;

    @Description("Place of the mission's headquarters. Null if unknown.")
    public String headquarters;

    @Embedded
    @Description("Geographic position of the mission's headquarters. Null if unknown.")
    public Location location;

    @Description("Summary of the mission's mandate. Null if unknown.")
    public String mandate;

    @Ignore
    @ElementCollection
    @CollectionTable(name = "mission_resolution", joinColumns = @JoinColumn(name = "mission_pk"))
    @OrderColumn(name = "position")
    @Column(name = "symbol")
    public List<String> resolutions;

    @Ignore
    @ManyToMany
    @JoinTable(
            name = "mission_host",
            joinColumns = @JoinColumn(name = "mission_pk"),
            inverseJoinColumns = @JoinColumn(name = "nation_pk"))
    public Set<Nation> hosts;

    @Ignore
    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "source_pk")
    public Source source;

    @Override
    @Id
    @NonNull
    @Description("Global id. Opaque; identical in every database.")
    public String getId() {
        return GlobalId.of("Mission", acronym);
    }

    /**
     * Returns whether the mission was active on a day: from the first possible day of its start to the last possible day
     * of its end. Always false if the start is unknown or the mission has ended at an unknown time. {@code MissionFilter}
     * contains the same rule in SQL.
     */
    public boolean wasActiveOn(LocalDate day) {
        return startedOn != null
                && !startedOn.date.isAfter(day)
                && !ended
                && (endedOn == null || !endedOn.last().isBefore(day));
    }

    /** Returns whether it ended before a day. An end in the future is a plan. */
    public boolean hasEndedBefore(LocalDate day) {
        return ended || endedOn != null && endedOn.last().isBefore(day);
    }

    @Override
    @Ignore
    public String naturalKey() {
        return acronym;
    }
}
