package org.bluehelmets.seed;

import java.util.List;
import org.bluehelmets.model.CountStatus;
import org.bluehelmets.model.DeploymentStatus;
import org.bluehelmets.model.Metric;
import org.bluehelmets.model.MilestoneKind;
import org.bluehelmets.model.MissionKind;
import org.bluehelmets.model.PersonnelCategory;
import org.bluehelmets.model.Precision;
import org.bluehelmets.model.SourceKind;
import org.bluehelmets.model.UnitKind;

/** The packaged seed files, in an order in which rows refer only to earlier files or to their own. */
final class SeedFiles {

    static final List<SeedFile> ALL = List.of(
            SeedFile.of("sources", "source", "natural_key")
                    .withKeyColumn()
                    .constant("kind", SourceKind.class)
                    .keyedText("title", "publisher", "author")
                    .partialDate("published_on")
                    .text("url", "note")
                    .alsoAddedByEditors(),
            SeedFile.of("nations", "nation", "code")
                    .text("code")
                    .integer("m49")
                    .keyedText("name")
                    .reference("source", "source"),
            SeedFile.of("missions", "mission", "acronym")
                    .text("acronym")
                    .keyedText("name")
                    .constant("kind", MissionKind.class)
                    .partialDate("started_on")
                    .partialDate("ended_on")
                    .text("headquarters")
                    .decimal("latitude", "location_latitude")
                    .decimal("longitude", "location_longitude")
                    .text("mandate")
                    .texts("resolutions", "mission_resolution", "symbol")
                    .references("hosts", "mission_host", "nation")
                    .reference("source", "source"),
            SeedFile.of("battalions", "battalion", "natural_key")
                    .withKeyColumn()
                    .keyedText("name")
                    .texts("aliases", "battalion_alias", "alias")
                    .aliasKeys("aliases", "alias_keys")
                    .constant("unit_kind", UnitKind.class)
                    .references("nations", "battalion_nation", "nation")
                    .reference("mission", "mission")
                    .reference("parent", "battalion")
                    .text("sector")
                    .texts("tasks", "battalion_task", "task")
                    .partialDate("formed_on")
                    .references("sources", "battalion_source", "source")
                    .alsoAddedByEditors(),
            SeedFile.of("positions", "position", "natural_key")
                    .keyedBy("battalion", "name")
                    .reference("battalion", "battalion")
                    .text("name", "near")
                    .decimal("latitude", "location_latitude")
                    .decimal("longitude", "location_longitude")
                    .reference("source", "source"),
            SeedFile.of("deployments", "deployment", "natural_key")
                    .withKeyColumn()
                    .reference("nation", "nation")
                    .reference("mission", "mission")
                    .reference("battalion", "battalion")
                    .integer("rotation")
                    .constant("status", DeploymentStatus.class)
                    .partialDate("starts_on")
                    .partialDate("ends_on")
                    .text("commander_rank", "commander_name", "note")
                    .references("sources", "deployment_source", "source")
                    .alsoAddedByEditors("nation_pk", "mission_pk", "battalion_pk", "rotation"),
            SeedFile.of("personnel_counts", "personnel_count", "natural_key")
                    .withKeyColumn()
                    .reference("nation", "nation")
                    .reference("mission", "mission")
                    .reference("battalion", "battalion")
                    .reference("deployment", "deployment")
                    .constant("category", PersonnelCategory.class)
                    .integer("total")
                    .integer("women")
                    .integer("men")
                    .constant("precision", Precision.class)
                    .constant("status", CountStatus.class)
                    .partialDate("as_of")
                    .text("note")
                    .reference("source", "source")
                    .alsoAddedByEditors(
                            "source_pk",
                            "as_of_date",
                            "as_of_precision",
                            "category",
                            "status",
                            "nation_pk",
                            "mission_pk",
                            "battalion_pk",
                            "deployment_pk"),
            SeedFile.of("milestones", "milestone", "natural_key")
                    .withKeyColumn()
                    .constant("kind", MilestoneKind.class)
                    .partialDate("date")
                    .keyedText("title")
                    .references("nations", "milestone_nation", "nation")
                    .references("missions", "milestone_mission", "mission")
                    .references("battalions", "milestone_battalion", "battalion")
                    .references("sources", "milestone_source", "source")
                    .alsoAddedByEditors("title", "kind", "date_date"),
            SeedFile.of("figures", "figure", "natural_key")
                    .withKeyColumn()
                    .constant("metric", Metric.class)
                    .decimal("value", "amount")
                    .constant("precision", Precision.class)
                    .text("unit")
                    .partialDate("as_of")
                    .reference("nation", "nation")
                    .reference("mission", "mission")
                    .text("note")
                    .reference("source", "source"));

    private SeedFiles() {}
}
