package org.bluehelmets.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Tests that sort orders are total and have unique signatures. */
class SortTest {

    @Test
    void appendsNaturalKeyInSameDirection() {
        assertEquals("e.name_key asc, e.acronym asc", missions(order(MissionOrderField.NAME, Direction.ASC)));
        assertEquals("e.name_key desc, e.acronym desc", missions(order(MissionOrderField.NAME, Direction.DESC)));
        assertEquals(
                "e.name_key desc, e.started_on_date asc nulls last, e.acronym asc",
                missions(
                        order(MissionOrderField.NAME, Direction.DESC),
                        order(MissionOrderField.STARTED_ON, Direction.ASC)));
    }

    @Test
    void appendsNothingAfterNaturalKey() {
        assertEquals("e.acronym desc", missions(order(MissionOrderField.ACRONYM, Direction.DESC)));
        assertEquals(
                "e.acronym desc, e.name_key asc",
                missions(
                        order(MissionOrderField.ACRONYM, Direction.DESC),
                        order(MissionOrderField.NAME, Direction.ASC)));
    }

    @Test
    void usesDefaultOrder() {
        assertEquals("e.acronym asc", missions());
        assertEquals("e.acronym asc", Sort.of(EntityDescriptor.MISSIONS, null).sql(false));
        assertEquals(
                "e.as_of_date asc, e.natural_key asc",
                Sort.of(EntityDescriptor.PERSONNEL_COUNTS, null).sql(false));
    }

    @Test
    void sortsUnknownValuesLastAndReversedFirst() {
        for (Direction direction : Direction.values()) {
            Sort<?> sort = Sort.of(EntityDescriptor.MISSIONS, List.of(order(MissionOrderField.STARTED_ON, direction)));
            boolean ascending = direction == Direction.ASC;
            assertEquals(
                    "e.started_on_date %1$s nulls last, e.acronym %1$s".formatted(ascending ? "asc" : "desc"),
                    sort.sql(false));
            assertEquals(
                    "e.started_on_date %1$s nulls first, e.acronym %1$s".formatted(ascending ? "desc" : "asc"),
                    sort.sql(true));
        }
    }

    @Test
    void sortsAscendingIfDirectionIsNull() {
        assertEquals("e.name_key asc, e.acronym asc", missions(order(MissionOrderField.NAME, null)));
    }

    @Test
    void rejectsNullOrder() {
        assertThrows(
                BadUserInputException.class,
                () -> Sort.of(EntityDescriptor.MISSIONS, Collections.<MissionOrder>singletonList(null)));
    }

    @Test
    void signaturesAreUnique() {
        List<String> signatures = Stream.of(
                        Sort.of(EntityDescriptor.MISSIONS, null),
                        Sort.of(EntityDescriptor.MISSIONS, List.of(order(MissionOrderField.ACRONYM, Direction.DESC))),
                        Sort.of(EntityDescriptor.MISSIONS, List.of(order(MissionOrderField.NAME, Direction.ASC))),
                        Sort.of(EntityDescriptor.MISSIONS, List.of(order(MissionOrderField.NAME, Direction.DESC))),
                        Sort.of(EntityDescriptor.NATIONS, null),
                        Sort.of(EntityDescriptor.BATTALIONS, null),
                        Sort.of(EntityDescriptor.DEPLOYMENTS, null),
                        Sort.of(EntityDescriptor.PERSONNEL_COUNTS, null),
                        Sort.of(EntityDescriptor.MILESTONES, null),
                        Sort.of(EntityDescriptor.SOURCES, null))
                .map(Sort::signature)
                .toList();
        assertEquals(signatures.size(), signatures.stream().distinct().count(), signatures::toString);
        MilestoneOrder milestones = new MilestoneOrder();
        milestones.field = MilestoneOrderField.TITLE;
        SourceOrder sources = new SourceOrder();
        sources.field = SourceOrderField.TITLE;
        assertNotEquals(
                Sort.of(EntityDescriptor.MILESTONES, List.of(milestones)).signature(),
                Sort.of(EntityDescriptor.SOURCES, List.of(sources)).signature(),
                "both are ordered by a title and a key");
    }

    private static String missions(MissionOrder... orders) {
        return Sort.of(EntityDescriptor.MISSIONS, List.of(orders)).sql(false);
    }

    private static MissionOrder order(MissionOrderField field, Direction direction) {
        MissionOrder order = new MissionOrder();
        order.field = field;
        order.direction = direction;
        return order;
    }
}
