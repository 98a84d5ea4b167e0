using LocalBridge.Json;
using LocalBridge.StatesLanguage.Errors;

namespace LocalBridge.StatesLanguage.Interpreting;

/// <summary>Keeps workflow variables within bounds (AWS: "Passing data between states with variables", "Limits").</summary>
internal static class VariableLimits
{
    /// <returns>Why the variables cannot be assigned, or <see langword="null"/>.</returns>
    internal static StateError? Check(StepContext step, Frame frame, JsonObject variables)
    {
        long length = ((JsonValue)variables).GetUtf8Length();
        if (length > step.Limits.MaximumPayloadLength)
        {
            return TooLarge(frame, "in one 'Assign'", length, step.Limits.MaximumPayloadLength);
        }

        // A variable that is assigned anew is counted twice here, so that only sums near the bound are counted exactly.
        long total = length;
        foreach (Frame other in step.State.Frames)
        {
            total += other.Variables.Length;
        }

        if (total <= step.Limits.MaximumVariablesLength)
        {
            return null;
        }

        foreach (string name in variables.Names)
        {
            total -= frame.Variables.Own.TryGetValue(name, out JsonValue replaced) ? replaced.GetUtf8Length() : 0;
        }

        return total <= step.Limits.MaximumVariablesLength ? null : TooLarge(frame, "in all", total, step.Limits.MaximumVariablesLength);
    }

    private static StateError TooLarge(Frame frame, string where, long length, long limit) => new(
        ErrorNames.DataLimitExceeded,
        $"The state/task '{frame.Current.Name}' assigned variables of {length} bytes {where}, exceeding the maximum number of bytes service limit ({limit}).")
    {
        IsTerminal = true,
    };
}
