package org.bluehelmets.query;

import org.hibernate.boot.model.FunctionContributions;
import org.hibernate.boot.model.FunctionContributor;
import org.hibernate.type.StandardBasicTypes;

/**
 * Adds {@code any_of(path, :array)} to HQL: the path equals one of the array's elements.
 *
 * <p>Unlike {@code in (:list)}, whose SQL depends on the length of the list, one statement serves any number of keys,
 * so Hibernate translates it and the database plans it only once. H2 and PostgreSQL both use an index for it.
 */
public class AnyOfFunction implements FunctionContributor {

    @Override
    public void contributeFunctions(FunctionContributions contributions) {
        contributions
                .getFunctionRegistry()
                .patternDescriptorBuilder("any_of", "(?1=any(?2))")
                .setInvariantType(contributions
                        .getTypeConfiguration()
                        .getBasicTypeRegistry()
                        .resolve(StandardBasicTypes.BOOLEAN))
                .setExactArgumentCount(2)
                .register();
    }
}
