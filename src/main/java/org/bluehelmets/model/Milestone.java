package org.bluehelmets.model;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToMany;
import java.util.Set;
import org.bluehelmets.database.TextFolding;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Ignore;
import org.eclipse.microprofile.graphql.NonNull;

/** An event: an agreement, authorisation, training, exercise, arrival or change of mandate. */
@Entity
@Description("An event: an agreement, authorisation, training, exercise, arrival or change of mandate.")
public class Milestone extends BaseEntity implements Node {

    @Ignore
    @Column(name = "natural_key")
    public String key;

    @NonNull
    @Description("Kind of event.")
    @Enumerated(EnumType.STRING)
    public MilestoneKind kind;

    @Embedded
    @Description("Date of the event, actual or planned. Null if unknown.")
    public PartialDate date;

    @NonNull
    @Description("Description of the event in one sentence.")
    public String title;

    /** The folded title for sorting and searching, see {@link TextFolding}. */
    @Ignore
    public String titleKey;

    @Ignore
    @ManyToMany
    @JoinTable(
            name = "milestone_nation",
            joinColumns = @JoinColumn(name = "milestone_pk"),
            inverseJoinColumns = @JoinColumn(name = "nation_pk"))
    public Set<Nation> nations;

    @Ignore
    @ManyToMany
    @JoinTable(
            name = "milestone_mission",
            joinColumns = @JoinColumn(name = "milestone_pk"),
            inverseJoinColumns = @JoinColumn(name = "mission_pk"))
    public Set<Mission> missions;

    @Ignore
    @ManyToMany
    @JoinTable(
            name = "milestone_battalion",
            joinColumns = @JoinColumn(name = "milestone_pk"),
            inverseJoinColumns = @JoinColumn(name = "battalion_pk"))
    public Set<Battalion> battalions;

    @Ignore
    @ManyToMany
    @JoinTable(
            name = "milestone_source",
            joinColumns = @JoinColumn(name = "milestone_pk"),
            inverseJoinColumns = @JoinColumn(name = "source_pk"))
    public Set<Source> sources;

    @Override
    @Id
    @NonNull
    @Description("Global id. Opaque; identical in every database.")
    public String getId() {
        return GlobalId.of("Milestone", key);
    }

    @Override
    @Ignore
    public String naturalKey() {
        return key;
    }
}
