using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using LocalBridge.StatesLanguage.MapRuns;
using LocalBridge.StatesLanguage.Maps;

namespace LocalBridge.StatesLanguage.Definitions;

/// <summary>Represents a state machine in the Amazon States Language, read, validated and compiled.</summary>
/// <remarks>Instances are immutable and safe for use from any thread.</remarks>
/// <example>
/// <code>
/// var definition = StateMachineDefinition.Parse("""
///     { "StartAt": "Greet", "States": { "Greet": { "Type": "Pass", "Result": "Hello", "End": true } } }
///     """);
/// </code>
/// </example>
public sealed partial class StateMachineDefinition
{
    private const int MaximumDiagnostics = 100;

    internal StateMachineDefinition(string json, string? comment, string? version, QueryLanguage queryLanguage, long? timeoutSeconds, StateGraph graph)
    {
        Json = json;
        Comment = comment;
        Version = version;
        QueryLanguage = queryLanguage;
        TimeoutSeconds = timeoutSeconds;
        Graph = graph;
    }

    /// <summary>Gets the text it was read from, unchanged.</summary>
    public string Json { get; }

    /// <summary>Gets the comment, if any.</summary>
    public string? Comment { get; }

    /// <summary>Gets the version of the States Language it says it is written in, if any; <c>1.0</c> is the only one.</summary>
    public string? Version { get; }

    /// <summary>Gets the language of the expressions in states that name none.</summary>
    public QueryLanguage QueryLanguage { get; }

    /// <summary>Gets how long an execution may run, in seconds; <see langword="null"/> for no bound.</summary>
    public long? TimeoutSeconds { get; }

    /// <summary>Gets the states and where they begin.</summary>
    public StateGraph Graph { get; }

    /// <summary>Finds what the child executions of a distributed Map state run. Their state machine is named <c>NAME/LABEL</c>.</summary>
    /// <param name="label">The label (<see cref="MapState.MapRunLabel"/>).</param>
    /// <returns>The states of its <c>ItemProcessor</c> as a definition of their own; <see langword="null"/> when no Map state here has the label.</returns>
    public StateMachineDefinition? FindMapRun(string label) => MapRunSearch.Find(Graph, label)?.ProcessorDefinition;

    /// <summary>Reads and validates a definition.</summary>
    /// <param name="json">The Amazon States Language text.</param>
    /// <returns>The definition.</returns>
    /// <exception cref="DefinitionException">The text is no JSON or no valid definition; all faults are in its diagnostics.</exception>
    public static StateMachineDefinition Parse(string json) => Parse(json, DefinitionOptions.Default);

    /// <summary>Reads and validates a definition.</summary>
    /// <param name="json">The Amazon States Language text.</param>
    /// <param name="options">What it is read for.</param>
    /// <returns>The definition.</returns>
    /// <exception cref="DefinitionException">The text is no JSON or no valid definition; all faults are in its diagnostics.</exception>
    public static StateMachineDefinition Parse(string json, DefinitionOptions options) =>
        TryParse(json, options, out StateMachineDefinition? definition, out ImmutableArray<Diagnostic> diagnostics)
            ? definition
            : throw new DefinitionException(diagnostics);

    /// <summary>Reads and validates a definition.</summary>
    /// <param name="json">The Amazon States Language text.</param>
    /// <param name="definition">The definition, when there is no error.</param>
    /// <param name="diagnostics">All faults found.</param>
    /// <returns><see langword="true"/> when there is no error.</returns>
    public static bool TryParse(
        string json, [NotNullWhen(true)] out StateMachineDefinition? definition, out ImmutableArray<Diagnostic> diagnostics)
    {
        return TryParse(json, DefinitionOptions.Default, out definition, out diagnostics);
    }

    /// <summary>Reads and validates a definition.</summary>
    /// <param name="json">The Amazon States Language text.</param>
    /// <param name="options">What it is read for.</param>
    /// <param name="definition">The definition, when there is no error.</param>
    /// <param name="diagnostics">All faults found.</param>
    /// <returns><see langword="true"/> when there is no error.</returns>
    public static bool TryParse(
        string json, DefinitionOptions options, [NotNullWhen(true)] out StateMachineDefinition? definition, out ImmutableArray<Diagnostic> diagnostics)
    {
        ArgumentNullException.ThrowIfNull(json);
        ArgumentNullException.ThrowIfNull(options);
        definition = StateMachineReader.Read(json, options, out diagnostics);
        return definition is not null;
    }

    /// <summary>Says what is wrong with a definition (<c>ValidateStateMachineDefinition</c> of the AWS API).</summary>
    /// <param name="json">The Amazon States Language text.</param>
    /// <param name="options">What it is read for; <see langword="null"/> for a Standard state machine.</param>
    /// <param name="minimumSeverity"><see cref="DiagnosticSeverity.Error"/> for errors only, <see cref="DiagnosticSeverity.Warning"/> for warnings too.</param>
    /// <param name="maximumCount">How many diagnostics to return at the most, up to 100; 0 means 100.</param>
    /// <returns>The answer.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="maximumCount"/> is below 0 or above 100.</exception>
    public static DefinitionValidation Validate(
        string json, DefinitionOptions? options = null, DiagnosticSeverity minimumSeverity = DiagnosticSeverity.Error, int maximumCount = 0)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(maximumCount);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(maximumCount, MaximumDiagnostics);
        bool isValid = TryParse(json, options ?? DefinitionOptions.Default, out _, out ImmutableArray<Diagnostic> all);
        int count = maximumCount == 0 ? MaximumDiagnostics : maximumCount;
        Diagnostic[] wanted = [.. all.Where(diagnostic => diagnostic.Severity <= minimumSeverity).OrderBy(static diagnostic => diagnostic.Severity)];
        return new DefinitionValidation(isValid, [.. wanted.Take(count)], wanted.Length > count);
    }
}
