package org.bluehelmets.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Brings the database up to this build and ends: for a job before new replicas start. */
@Command(
        name = "migrate",
        mixinStandardHelpOptions = true,
        description = "Brings the database up to this build, as every start does, and serves nothing.",
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {"0:it is up to date", "1:it could not be brought up to date", "2:bad usage"})
public class MigrateCommand implements Callable<Integer> {

    @Spec
    CommandSpec spec;

    /** It was done before, when the application started; where that failed, this is not reached. */
    @Override
    public Integer call() {
        spec.commandLine().getOut().println("The database is up to date.");
        return 0;
    }
}
