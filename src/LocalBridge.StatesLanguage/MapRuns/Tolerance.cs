using System.Diagnostics.CodeAnalysis;
using LocalBridge.StatesLanguage.Errors;
using LocalBridge.StatesLanguage.Maps;
using LocalBridge.StatesLanguage.Templates;

namespace LocalBridge.StatesLanguage.MapRuns;

/// <summary>How many items of a Map Run may fail.</summary>
/// <param name="Count">The number; null when it is not bounded by a number.</param>
/// <param name="Percentage">The percentage; null when it is not bounded by one.</param>
internal readonly record struct Tolerance(long? Count, double? Percentage)
{
    internal static bool TryEvaluate(MapState state, EvaluationScope scope, out Tolerance tolerance, [NotNullWhen(false)] out StateError? error)
    {
        tolerance = default;
        error = null;
        double count = 0;
        double percentage = 0;
        if (state.ToleratedFailureCount is { } countField)
        {
            if (!countField.TryEvaluate(scope, out count, out error))
            {
                return false;
            }

            if (count < 0)
            {
                error = StateError.Runtime("ToleratedFailureCount cannot be negative.");
                return false;
            }
        }

        if (state.ToleratedFailurePercentage is { } percentageField)
        {
            if (!percentageField.TryEvaluate(scope, out percentage, out error))
            {
                return false;
            }

            if (percentage is < 0 or > 100)
            {
                error = StateError.Runtime("ToleratedFailurePercentage must be between 0 and 100.");
                return false;
            }
        }

        tolerance = new Tolerance(
            state.ToleratedFailureCount is null ? null : (long)count,
            state.ToleratedFailurePercentage is null ? null : percentage);
        return true;
    }
}
