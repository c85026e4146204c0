package org.bluehelmets.model;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import org.eclipse.microprofile.graphql.Ignore;
import org.hibernate.Hibernate;

/**
 * A row with a surrogate key. The key joins tables and never leaves the process: what clients see is the natural key,
 * and equality is by the natural key too.
 */
@MappedSuperclass
public abstract class BaseEntity extends PanacheEntityBase {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    @Ignore
    public Long pk;

    /** What tells this row from all others of its type, in every database. */
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
