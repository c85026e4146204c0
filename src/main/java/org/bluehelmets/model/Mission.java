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
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Ignore;
import org.eclipse.microprofile.graphql.NonNull;

/** A peacekeeping operation, of the United Nations or of others. */
@Entity
@Description("A peacekeeping operation, of the United Nations or of others.")
public class Mission extends Stored implements Node, SearchResult {

    @NonNull
    @Description("The acronym, such as UNIFIL.")
    public String acronym;

    @NonNull
    @Description("The full name.")
    public String name;

    @NonNull
    @Description("Whether the United Nations runs it.")
    @Enumerated(EnumType.STRING)
    public MissionKind kind;

    @Embedded
    @Description("When it was established or began.")
    public PartialDate startedOn;

    @Embedded
    @Description("When it ended; null where it has not, or where nobody knows.")
    public PartialDate endedOn;

    /** It has ended, though nobody knows when. */
    @Ignore
    public boolean ended;

    @Description("The place of its headquarters.")
    public String headquarters;

    @Embedded
    @Description("Where its headquarters lie.")
    public Location location;

    @Description("What it is, or was, to do.")
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
    @Description("The global id: opaque, and the same in every database.")
    public String getId() {
        return GlobalId.of("Mission", acronym);
    }

    /** A mission is active from its start until an end is known. */
    @NonNull
    @Description("Whether it is still under way: no end is known.")
    public Boolean getActive() {
        return endedOn == null && !ended;
    }

    @Override
    @Ignore
    public String naturalKey() {
        return acronym;
    }
}
