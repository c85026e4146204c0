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
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderColumn;
import java.util.List;
import java.util.Set;
import org.bluehelmets.database.TextFolding;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Ignore;
import org.eclipse.microprofile.graphql.NonNull;

/** A military unit, such as a battalion, regiment, company or reserve force. */
@Entity
@Description("A military unit, such as a battalion, regiment, company or reserve force.")
public class Battalion extends BaseEntity implements Node, SearchResult {

    @Ignore
    @Column(name = "natural_key")
    public String key;

    @NonNull
    @Description("Name, such as IndKazBat.")
    public String name;

    /** The folded name for sorting and searching, see {@link TextFolding}. */
    @Ignore
    public String nameKey;

    /** The folded aliases, see {@link TextFolding#foldAll}. */
    @Ignore
    public String aliasKeys;

    @NonNull
    @Description("Size or role of the unit.")
    @Enumerated(EnumType.STRING)
    public UnitKind unitKind;

    @Description("Sector of the mission's area in which the unit serves. Null if unknown.")
    public String sector;

    @Embedded
    @Description("Date of formation. Null if unknown.")
    public PartialDate formedOn;

    @Ignore
    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "mission_pk")
    public Mission mission;

    @Ignore
    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "parent_pk")
    public Battalion parent;

    @Ignore
    @ElementCollection
    @CollectionTable(name = "battalion_alias", joinColumns = @JoinColumn(name = "battalion_pk"))
    @OrderColumn(name = "position")
    @Column(name = "alias")
    public List<String> aliases;

    @Ignore
    @ElementCollection
    @CollectionTable(name = "battalion_task", joinColumns = @JoinColumn(name = "battalion_pk"))
    @OrderColumn(name = "position")
    @Column(name = "task")
    public List<String> tasks;

    @Ignore
    @ManyToMany
    @JoinTable(
            name = "battalion_nation",
            joinColumns = @JoinColumn(name = "battalion_pk"),
            inverseJoinColumns = @JoinColumn(name = "nation_pk"))
    public Set<Nation> nations;

    @Ignore
    @OneToMany(mappedBy = "battalion")
    public Set<Position> positions;

    @Ignore
    @ManyToMany
    @JoinTable(
            name = "battalion_source",
            joinColumns = @JoinColumn(name = "battalion_pk"),
            inverseJoinColumns = @JoinColumn(name = "source_pk"))
    public Set<Source> sources;

    @Override
    @Id
    @NonNull
    @Description("Global id. Opaque; identical in every database.")
    public String getId() {
        return GlobalId.of("Battalion", key);
    }

    /** Returns the key instead of the name, because a unit may be renamed. */
    @Override
    @Ignore
    public String naturalKey() {
        return key;
    }
}
