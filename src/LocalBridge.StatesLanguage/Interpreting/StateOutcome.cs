using LocalBridge.Json;
using LocalBridge.StatesLanguage.Errors;
using LocalBridge.StatesLanguage.States;
using LocalBridge.StatesLanguage.Templates;

namespace LocalBridge.StatesLanguage.Interpreting;

/// <summary>What came out of running a state: a result, an error, or nothing yet.</summary>
internal readonly struct StateOutcome
{
    private StateOutcome(bool isWaiting, JsonValue result, StateError? error, State? next, PayloadTemplate? assign, PayloadTemplate? output)
    {
        IsWaiting = isWaiting;
        Result = result;
        Error = error;
        Next = next;
        Assign = assign;
        Output = output;
    }

    /// <summary>The state waits for a stimulus.</summary>
    internal static StateOutcome Waiting { get; } = new(true, default, null, null, null, null);

    internal bool IsWaiting { get; }

    internal JsonValue Result { get; }

    internal StateError? Error { get; }

    /// <summary>The next state, where the state itself chose it; else null.</summary>
    internal State? Next { get; }

    /// <summary>The variables to assign, where the state itself chose them; else null.</summary>
    internal PayloadTemplate? Assign { get; }

    /// <summary>The JSONata template of the output, where the state itself chose it; else null.</summary>
    internal PayloadTemplate? Output { get; }

    internal static StateOutcome Completed(JsonValue result) => new(false, result, null, null, null, null);

    internal static StateOutcome Chosen(JsonValue result, State next, PayloadTemplate? assign, PayloadTemplate? output) =>
        new(false, result, null, next, assign, output);

    internal static StateOutcome Failed(StateError error) => new(false, default, error, null, null, null);
}
