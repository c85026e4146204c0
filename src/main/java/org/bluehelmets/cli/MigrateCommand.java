package org.bluehelmets.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Migrates the database and exits, for a job that runs before new replicas start. */
@Command(
        name = "migrate",
        mixinStandardHelpOptions = true,
        description = "Migrates the database to this version, as every start does, and exits.",
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {"0:the database is up to date", "1:the migration failed", "2:invalid arguments"})
public class MigrateCommand implements Callable<Integer> {

    @Spec
    CommandSpec spec;

    /** Only prints: the application has migrated the database at startup. */
    @Override
    public Integer call() {
        spec.commandLine().getOut().println("The database is up to date.");
        return 0;
    }
}
