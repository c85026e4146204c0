package org.bluehelmets.cli;

import io.quarkus.runtime.QuarkusApplication;
import org.bluehelmets.imports.ContributionExport;
import org.bluehelmets.imports.Importer;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** What the application can do besides serving. */
@Command(
        name = "bluehelmets",
        mixinStandardHelpOptions = true,
        description = "Serves the graph of UN peacekeeping. Without a command it serves over HTTP.")
public class Commands implements QuarkusApplication {

    private final Importer importer;
    private final ContributionExport export;

    Commands(Importer importer, ContributionExport export) {
        this.importer = importer;
        this.export = export;
    }

    /**
     * Looks whether arguments make sense, and does what can be done without starting anything.
     *
     * @return the exit status where there is nothing more to do, as for --help; -1 where the command is to be run
     */
    public static int check(String... args) {
        CommandLine commandLine = new Commands(null, null).commandLine();
        try {
            CommandLine.ParseResult parsed = commandLine.parseArgs(args);
            Integer status = CommandLine.executeHelpRequest(parsed);
            if (status != null) {
                return status;
            }
            boolean needsNothing =
                    parsed.hasSubcommand() && parsed.subcommand().commandSpec().userObject() instanceof HealthCommand;
            return needsNothing ? commandLine.execute(args) : -1;
        } catch (CommandLine.ParameterException e) {
            return commandLine.execute(args);
        }
    }

    @Override
    public int run(String... args) {
        return commandLine().execute(args);
    }

    CommandLine commandLine() {
        return new CommandLine(this)
                .addSubcommand(new ImportCommand(importer))
                .addSubcommand(new ExportCommand(export))
                .addSubcommand(new MigrateCommand())
                .addSubcommand(new HealthCommand());
    }
}
