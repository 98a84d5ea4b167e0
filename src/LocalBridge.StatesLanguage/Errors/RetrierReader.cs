using System.Collections.Immutable;
using LocalBridge.StatesLanguage.Definitions;

namespace LocalBridge.StatesLanguage.Errors;

/// <summary>Reads <c>Retry</c>.</summary>
internal static class RetrierReader
{
    private const long LongestInterval = 99_999_999;
    private const long LongestDelay = 31_622_400;

    internal static ImmutableArray<Retrier> Read(FieldReader fields)
    {
        if (fields.Array("Retry") is not { } elements)
        {
            return [];
        }

        ImmutableArray<Retrier>.Builder retriers = ImmutableArray.CreateBuilder<Retrier>(elements.Count);
        for (int i = 0; i < elements.Count; i++)
        {
            string pointer = JsonPointer.Append(fields.PointerTo("Retry"), i);
            if (!elements[i].IsObject)
            {
                fields.Context.Fault(pointer, "Expected value of type Object");
                continue;
            }

            var element = new FieldReader(fields.Context, elements[i].AsObject(), pointer);
            if (Read(element, isLast: i == elements.Count - 1) is { } retrier)
            {
                retriers.Add(retrier);
            }

            element.Finish();
        }

        return retriers.ToImmutable();
    }

    private static Retrier? Read(FieldReader fields, bool isLast)
    {
        ImmutableArray<string> errorEquals = ErrorEqualsReader.Read(fields, isLast);
        string? comment = fields.Text("Comment");
        double? backoffRate = fields.Number("BackoffRate");
        if (backoffRate < 1)
        {
            fields.Fault("BackoffRate", "Value must be at least 1.0");
        }

        var defaults = new Retrier { ErrorEquals = errorEquals };
        Retrier retrier = defaults with
        {
            Comment = comment,
            IntervalSeconds = (int)(fields.Integer("IntervalSeconds", 1, LongestInterval) ?? defaults.IntervalSeconds),
            MaxAttempts = (int)(fields.Integer("MaxAttempts", 0, LongestInterval) ?? defaults.MaxAttempts),
            BackoffRate = backoffRate ?? defaults.BackoffRate,
            MaxDelaySeconds = (int?)fields.Integer("MaxDelaySeconds", 1, LongestDelay),
            JitterStrategy = ReadJitterStrategy(fields),
        };
        if (retrier.MaxDelaySeconds <= retrier.IntervalSeconds)
        {
            fields.Fault("MaxDelaySeconds", "Value must be greater than 'IntervalSeconds'");
        }

        return errorEquals.IsEmpty ? null : retrier;
    }

    private static JitterStrategy ReadJitterStrategy(FieldReader fields) =>
        fields.OneOf("JitterStrategy", "FULL", "NONE") == 0 ? JitterStrategy.Full : JitterStrategy.None;
}
