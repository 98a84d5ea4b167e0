using System.Collections.Immutable;
using LocalBridge.Conformance.Corpora;
using LocalBridge.Conformance.Reporting;
using LocalBridge.Conformance.Running;

namespace LocalBridge.Conformance;

/// <summary>Judges this build by the conformance data: the program behind <c>Main</c>, with its inputs and outputs as arguments.</summary>
internal static class ConformanceProgram
{
    private const int AllPassed = 0;
    private const int SomeFailed = 1;
    private const int CannotRun = 2;

    /// <summary>Runs the program.</summary>
    /// <returns>The exit code.</returns>
    public static async Task<int> RunAsync(IReadOnlyList<string> arguments, TextWriter output, TextWriter errors)
    {
        try
        {
            return await RunAsync(CommandLine.Parse(arguments), output, errors);
        }
        catch (FormatException exception)
        {
            await errors.WriteLineAsync($"error: {exception.Message}{Environment.NewLine}{CommandLine.Usage}");
        }
        catch (Exception exception) when (exception is ConformanceDirectoryException or IOException or UnauthorizedAccessException)
        {
            await errors.WriteLineAsync($"error: {exception.Message}");
        }

        return CannotRun;
    }

    private static async Task<int> RunAsync(CommandLine commandLine, TextWriter output, TextWriter errors)
    {
        var directory = ConformanceDirectory.Read(commandLine.Directory ?? ConformanceDirectory.FindDefault());
        ImmutableArray<CaseArea> areas = [.. directory.Areas.Where(area => commandLine.Area is null || area.IsCalled(commandLine.Area))];
        if (areas.IsEmpty)
        {
            throw new ConformanceDirectoryException(
                $"There is no area '{commandLine.Area}'; there are: {string.Join(", ", directory.Areas.Select(static area => area.FullName))}.");
        }

        ImmutableArray<AreaResult> results = await CaseRunners.CreateRunner().RunAsync(areas);
        TextReport.Write(output, results, commandLine.Failures);
        if (commandLine.JsonFile is { } file)
        {
            await using FileStream stream = File.Create(file);
            JsonReport.Write(stream, results);
        }

        // A missing corpus is an error even when all the others passed, unless only some of them were asked for.
        if (commandLine.Area is null && !directory.Problems.IsEmpty)
        {
            await errors.WriteLineAsync(string.Join(Environment.NewLine, directory.Problems.Select(static problem => $"error: {problem}")));
            return CannotRun;
        }

        return results.All(static area => area.Passed == area.Total) ? AllPassed : SomeFailed;
    }
}
