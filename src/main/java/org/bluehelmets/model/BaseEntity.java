package org.bluehelmets.model;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import org.eclipse.microprofile.graphql.Ignore;
import org.hibernate.Hibernate;

/**
 * Base class of entities. The surrogate key joins tables and is not published: clients see the natural key, which also
 * defines equality.
 */
@MappedSuperclass
public abstract class BaseEntity extends PanacheEntityBase {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    @Ignore
    public Long pk;

    /** Returns the natural key, which is unique within the type and identical in every database. */
    @Ignore
    public abstract String naturalKey();

    @Override
    public boolean equals(Object other) {
        return other instanceof BaseEntity that
                && Hibernate.getClass(this) == Hibernate.getClass(that)
                && naturalKey().equals(that.naturalKey());
    }

    @Override
    public int hashCode() {
        return naturalKey().hashCode();
    }

    @Override
    public String toString() {
        return getClass().getSimpleName() + " " + naturalKey();
    }
}
