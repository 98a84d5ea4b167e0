using LocalBridge.Json.Jsonata.Evaluating;
using LocalBridge.Json.Jsonata.Sequences;
using LocalBridge.Json.Jsonata.Values;
using LocalBridge.Json.Numbers;

namespace LocalBridge.Json.Jsonata.Nodes.Paths;

/// <summary>Represents a predicate: a condition, or the positions to take.</summary>
internal sealed class Filter
{
    private readonly bool _isConstant;

    internal Filter(Node predicate)
    {
        Predicate = predicate;
        IsBoolean = predicate.IsBoolean;
        _isConstant = predicate.IsConstant;
        if (predicate is LiteralNode { Value: { IsNumber: true } index })
        {
            Index = index.GetDouble();
        }
    }

    internal Node Predicate { get; }

    /// <summary>Gets the position where the predicate is a number written out.</summary>
    internal double? Index { get; }

    /// <summary>Gets a value indicating whether the predicate can be no position.</summary>
    internal bool IsBoolean { get; }

    /// <summary>Turns an index into a position, which may lie outside; negative ones count from the end.</summary>
    internal static int Resolve(double index, int count)
    {
        double position = Math.Floor(index);
        position = position < 0 ? count + position : position;
        return position >= 0 && position < count ? (int)position : -1;
    }

    /// <summary>Applies the predicate to a value's elements, as a sequence; an array taken out by a literal index is the result itself.</summary>
    internal JsonValue Apply(Evaluation evaluation, JsonValue value)
    {
        if (value.Reference is TupleStream stream)
        {
            return JsonValue.FromReference(stream.Filter(this, evaluation), 0);
        }

        ReadOnlySpan<JsonValue> items = value.Reference is JsonArray array ? array.AsSpan() : [value];
        int mark = evaluation.Top;
        if (Index is { } index)
        {
            int at = Resolve(index, items.Length);
            if (at < 0 || items[at].IsUndefined)
            {
                return Sequence.Of(JsonArray.Empty);
            }

            return items[at].IsArray ? items[at] : Sequence.Single(items[at]);
        }

        JsonValue constant = EvaluateConstant(evaluation);
        for (int i = 0; i < items.Length; i++)
        {
            for (int times = Count(evaluation, items[i], i, items.Length, constant); times > 0; times--)
            {
                evaluation.Push(items[i]);
                evaluation.HoldsFunctions |= items[i].IsUndefined;
            }
        }

        return evaluation.PopArray(mark, SequenceMarks.Sequence);
    }

    /// <summary>Evaluates a predicate that is the same for every element, once.</summary>
    internal JsonValue EvaluateConstant(Evaluation evaluation) => _isConstant ? Predicate.Evaluate(evaluation, default) : default;

    /// <summary>Tells how often an element is taken: a list of positions may name one more than once.</summary>
    internal int Count(Evaluation evaluation, JsonValue element, int position, int count, JsonValue constant)
    {
        evaluation.Tick();
        if (IsBoolean)
        {
            return Predicate.Test(evaluation, element) ? 1 : 0;
        }

        return Count(_isConstant ? constant : Predicate.Evaluate(evaluation, element), position, count);
    }

    private static int Count(JsonValue result, int position, int count)
    {
        if (Number.Check(result))
        {
            return Resolve(result.GetDouble(), count) == position ? 1 : 0;
        }

        if (result.Reference is not JsonArray indexes || !AreNumbers(indexes))
        {
            return Truth.Of(result) ? 1 : 0;
        }

        int times = 0;
        foreach (JsonValue index in indexes.AsSpan())
        {
            times += Resolve(index.GetDouble(), count) == position ? 1 : 0;
        }

        return times;
    }

    private static bool AreNumbers(JsonArray array)
    {
        foreach (JsonValue item in array.AsSpan())
        {
            if (item.Reference is not JsonNumber || !Number.Check(item))
            {
                return false;
            }
        }

        return true;
    }
}
