package org.bluehelmets.cli;

import io.quarkus.runtime.QuarkusApplication;
import org.bluehelmets.imports.ContributionExport;
import org.bluehelmets.imports.Importer;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command line of the application. */
@Command(
        name = "bluehelmets",
        mixinStandardHelpOptions = true,
        description = "Serves a GraphQL API of UN peacekeeping. Without a command, it starts the HTTP server.")
public class Commands implements QuarkusApplication {

    private final Importer importer;
    private final ContributionExport export;

    Commands(Importer importer, ContributionExport export) {
        this.importer = importer;
        this.export = export;
    }

    /**
     * Validates arguments, and runs commands that do not need the application, such as {@code health} and {@code --help}.
     *
     * @return the exit status; -1 if the application must start to run the command
     */
    public static int check(String... args) {
        CommandLine commandLine = new Commands(null, null).commandLine();
        try {
            CommandLine.ParseResult parsed = commandLine.parseArgs(args);
            Integer status = CommandLine.executeHelpRequest(parsed);
            if (status != null) {
                return status;
            }
            boolean needsNoApplication =
                    parsed.hasSubcommand() && parsed.subcommand().commandSpec().userObject() instanceof HealthCommand;
            return needsNoApplication ? commandLine.execute(args) : -1;
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
