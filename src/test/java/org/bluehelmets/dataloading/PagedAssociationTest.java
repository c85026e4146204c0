package org.bluehelmets.dataloading;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The names of associations are unique, because they identify data loaders and cached rows. */
class PagedAssociationTest {

    @Test
    void hasUniqueNames() {
        List<String> names = Stream.of(PagedAssociation.class, ListAssociation.class)
                .flatMap(type -> Stream.of(type.getFields()))
                .filter(field -> Modifier.isStatic(field.getModifiers()))
                .map(PagedAssociationTest::name)
                .toList();
        assertEquals(new TreeSet<>(names).size(), names.size(), names.toString());
    }

    private static String name(Field field) {
        try {
            return field.get(null) instanceof PagedAssociation<?> association
                    ? association.name()
                    : ((ListAssociation<?>) field.get(null)).name();
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }
}
