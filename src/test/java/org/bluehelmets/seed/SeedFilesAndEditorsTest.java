package org.bluehelmets.seed;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** Tests that seed files keep the changes of editors. */
class SeedFilesAndEditorsTest extends SeedFilesTestBase {

    /** Even a later change of the file does not overwrite an editor's change. */
    @Test
    void keepsChangesOfEditors() {
        write("personnel_counts", count("A", "1"), count("B", "1"), count("C", "1"), count("D", "1"));
        load();
        update("update personnel_count set total = 5, version = 2 where natural_key in ('A', 'B')");
        update(
                "insert into personnel_count_revision (personnel_count_pk, version, change, changed_at, changed_by, total,"
                        + " precision, status, as_of_date, as_of_precision, source_pk) select pk, 2, 'CORRECTED',"
                        + " current_timestamp, 'eva', total, precision, status, as_of_date, as_of_precision, source_pk"
                        + " from personnel_count where version = 2");
        update(
                "insert into retracted_personnel_count select pk, natural_key, nation_pk, mission_pk, battalion_pk, deployment_pk,"
                        + " category, total, women, men, precision, status, as_of_date, as_of_precision, note, source_pk, 2,"
                        + " recorded_at from personnel_count where natural_key = 'C'");
        update("delete from personnel_count where natural_key = 'C'");
        write("personnel_counts", count("A", "2"), count("C", "2"), count("D", "2"));
        load();
        assertEquals("[5, 5, 2]", select("select total from personnel_count order by natural_key"));
        assertEquals("[A, B, D]", select("select natural_key from personnel_count order by natural_key"));
        assertEquals(
                "[A, C, D]", select("select row_key from seed_file_row where file = 'personnel_counts' order by 1"));
    }

    @Test
    void keepsRemovedRowThatEditorRefersTo() {
        update(
                "insert into battalion (natural_key, name, name_key, alias_keys, unit_kind, mission_pk)"
                        + " select 'a', 'Added by an editor', 'added by an editor', '', 'BATTALION', pk from mission where acronym = 'UNDOF'");
        write("missions", mission("UNIFIL"));
        load();
        assertEquals("[UNDOF, UNIFIL]", select("select acronym from mission order by acronym"));
        // the row belongs to the file again if it returns
        write("missions", mission("UNIFIL"), with(mission("UNDOF"), "name", "Another name"));
        load();
        assertEquals("[Another name]", select("select name from mission where acronym = 'UNDOF'"));
    }

    @Test
    void updatesKeptSourceThatReturnsToFile() {
        write("sources", source("list"), source("paper"));
        load();
        update("insert into milestone (natural_key, kind, title, title_key) values ('m', 'MANDATE', 'Added', 'added')");
        update(
                "insert into milestone_source select m.pk, s.pk from milestone m, source s where s.natural_key = 'paper'");
        write("sources", source("list"));
        load();
        assertEquals("[list, paper]", select("select natural_key from source order by 1"));
        write("sources", source("list"), with(source("paper"), "title", "Another title"));
        load();
        assertEquals("[Another title]", select("select title from source where natural_key = 'paper'"));
        write("sources", source("list"));
        update("delete from milestone");
        load();
        assertEquals("[list]", select("select natural_key from source"));
    }

    @Test
    void keepsEditorSourceWithSameKey() {
        update("insert into source (natural_key, kind, title, title_key, publisher, publisher_key, author_key)"
                + " values ('paper', 'ARTICLE', 'Theirs', 'theirs', 'P', 'p', '')");
        Map<String, String> refers = with(milestone("m", "Signed"), "sources", "paper");
        write("sources", source("list"), source("paper"));
        write("milestones", refers);
        load();
        assertEquals("[Theirs ARTICLE]", select("select title || ' ' || kind from source where natural_key = 'paper'"));
        // other rows of the files may refer to the editor's row
        assertEquals(
                "[Theirs]", select("select title from source where pk in (select source_pk from milestone_source)"));
        // later changes or the removal of the file's row do not affect it either
        write("sources", source("list"), with(source("paper"), "title", "Another title"));
        load();
        assertEquals("[Theirs]", select("select title from source where natural_key = 'paper'"));
        write("milestones");
        write("sources", source("list"));
        load();
        assertEquals("[Theirs]", select("select title from source where natural_key = 'paper'"));
        assertEquals("[list]", select("select row_key from seed_file_row where file = 'sources'"));
    }

    @Test
    void usesEditorUnitWithSameName() {
        update("insert into battalion (natural_key, name, name_key, alias_keys, unit_kind)"
                + " values ('u-1', 'IndKazBat', 'indkazbat', '\njoint battalion\n', 'BATTALION')");
        update("insert into battalion_alias select pk, 0, 'Joint battalion' from battalion");
        update("insert into battalion (natural_key, name, name_key, alias_keys, unit_kind)"
                + " values ('u-2', 'Another', 'another', '', 'BATTALION')");
        write(
                "battalions",
                battalion("INDKAZBAT", "UNIFIL", "KAZ"),
                with(with(battalion("b", "UNIFIL", "KAZ"), "aliases", "B | joint BATTALION"), "parent", "INDKAZBAT"),
                with(battalion("c", "UNIFIL", "KAZ"), "parent", "b"));
        load();
        assertEquals("[c, u-1, u-2]", select("select natural_key from battalion order by 1"));
        assertEquals(
                "[IndKazBat]",
                select("select p.name from battalion b join battalion p on p.pk = b.parent_pk where b.name = 'c'"));
        assertEquals("[null]", select("select mission_pk from battalion where natural_key = 'u-1'"));
    }

    @Test
    void usesEditorDeploymentOfSameRotation() {
        update("insert into deployment (natural_key, nation_pk, mission_pk, rotation, status)"
                + " select 'u-1', n.pk, m.pk, 6, 'DEPLOYED' from nation n, mission m"
                + " where n.code = 'KAZ' and m.acronym = 'UNIFIL'");
        write(
                "deployments",
                deployment("six", "UNIFIL", "6"),
                deployment("seven", "UNIFIL", "7"),
                deployment("other", "UNDOF", "6"),
                deployment("uncounted", "UNIFIL", null));
        write("personnel_counts", with(count("A", "1"), "deployment", "six"));
        load();
        assertEquals("[other, seven, u-1, uncounted]", select("select natural_key from deployment order by 1"));
        assertEquals("[DEPLOYED]", select("select status from deployment where natural_key = 'u-1'"));
        assertEquals(
                "[u-1]",
                select("select d.natural_key from personnel_count c join deployment d on d.pk = c.deployment_pk"));
    }

    @Test
    void doesNotDuplicateRowsOfEditors() {
        update("insert into milestone (natural_key, kind, title, title_key, date_date, date_precision)"
                + " values ('u-1', 'MANDATE', 'Signed', 'signed', date '2018-10-01', 'MONTH')");
        update("insert into personnel_count (natural_key, category, total, precision, status, as_of_date,"
                + " as_of_precision, nation_pk, source_pk) select 'u-1', 'TROOPS', 7, 'EXACT', 'PLANNED',"
                + " date '2020-01-01', 'YEAR', n.pk, s.pk from nation n, source s where n.code = 'KAZ'");
        write(
                "milestones",
                with(milestone("m", "Signed"), "date", "2018-10"),
                milestone("n", "Signed"),
                with(milestone("o", "Signed"), "kind", "AGREEMENT"));
        write("personnel_counts", count("A", "1"), with(count("B", "1"), "category", "ALL"));
        load();
        assertEquals("[n, o, u-1]", select("select natural_key from milestone order by 1"));
        assertEquals("[B 1, u-1 7]", select("select natural_key || ' ' || total from personnel_count order by 1"));
    }

    /** The row with the previous key is not an editor's row. */
    @Test
    void loadsRowWithNewKey() {
        write("milestones", milestone("m", "Signed"));
        write("battalions", battalion("indkazbat", "UNIFIL", "KAZ"));
        load();
        write("milestones", milestone("n", "Signed"));
        write("battalions", with(battalion("joint", "UNIFIL", "KAZ"), "name", "indkazbat"));
        load();
        assertEquals("[n]", select("select natural_key from milestone"));
        assertEquals("[joint]", select("select natural_key from battalion"));
    }
}
