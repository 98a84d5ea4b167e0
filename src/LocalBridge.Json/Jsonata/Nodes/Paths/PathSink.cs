using LocalBridge.Json.Jsonata.Evaluating;
using LocalBridge.Json.Jsonata.Sequences;

namespace LocalBridge.Json.Jsonata.Nodes.Paths;

/// <summary>Receives what the last step of a path results in: strings it together, or adds it up without keeping it.</summary>
internal ref struct PathSink
{
    private readonly Evaluation _evaluation;
    private readonly int _mark;
    private readonly bool _adds;

    // The only result so far: whether its elements are strung into a sequence depends on whether another one comes.
    private JsonValue _single;
    private bool _isPending;
    private int _results;

    internal PathSink(Evaluation evaluation, bool adds = false)
    {
        _evaluation = evaluation;
        _mark = evaluation.Top;
        _adds = adds;
        Smallest = double.PositiveInfinity;
        Largest = double.NegativeInfinity;
    }

    /// <summary>Gets the sum of the numbers added up.</summary>
    internal double Sum { get; private set; }

    internal double Smallest { get; private set; }

    internal double Largest { get; private set; }

    /// <summary>Gets how many values were added up.</summary>
    internal int Count { get; private set; }

    /// <summary>Gets how many results came.</summary>
    internal readonly int Results => _results;

    /// <summary>Gets a value indicating whether a value was no number.</summary>
    internal bool HasOther { get; private set; }

    /// <summary>Gets a value indicating whether a result was an array that counts as one value beside others, and as its elements alone.</summary>
    internal bool HasWhole { get; private set; }

    /// <summary>Adds the result of evaluating the last step for one value.</summary>
    internal void Add(JsonValue value)
    {
        if (_adds)
        {
            _results++;
            AddUp(value);
        }
        else if (_results++ == 0)
        {
            _single = value;
            _isPending = true;
        }
        else
        {
            Settle();
            _evaluation.PushFlat(value);
        }
    }

    /// <summary>Adds one element of a result that is a sequence.</summary>
    internal void AddElement(JsonValue value)
    {
        if (_adds)
        {
            // Two results are as good as many: what matters is that it is not a single array.
            _results += 2;
            AddNumber(value);
            return;
        }

        Settle();
        _results++;
        _evaluation.Push(value);
        _evaluation.Note(value);
    }

    /// <summary>Notes a result that holds nothing.</summary>
    internal void AddNothing()
    {
        Settle();
        _results += 2;
    }

    /// <summary>Returns the path's result, reduced to what it counts as.</summary>
    internal JsonValue Finish(bool keepsArray)
    {
        if (!_isPending)
        {
            return _evaluation.PopSequence(_mark, keepsArray);
        }

        if (_single.Reference is not JsonArray array)
        {
            return keepsArray ? Sequence.Single(_single, SequenceMarks.Sequence | SequenceMarks.KeepsSingleton) : _single;
        }

        if (!Sequence.IsSequence(_single))
        {
            return keepsArray && Sequence.IsWhole(_single)
                ? Sequence.Single(_single, SequenceMarks.Sequence | SequenceMarks.KeepsSingleton)
                : _single;
        }

        return Sequence.Reduce(Sequence.Of(array), keepsArray);
    }

    /// <summary>Returns the path's result as an array or a single value that is none.</summary>
    internal JsonValue FinishSequence()
    {
        if (!_isPending)
        {
            return _evaluation.PopArray(_mark, SequenceMarks.Sequence);
        }

        return _single.Reference is JsonArray array && Sequence.IsSequence(_single) ? Sequence.Of(array) : _single;
    }

    private void Settle()
    {
        if (_isPending)
        {
            _isPending = false;
            _evaluation.PushFlat(_single);
            _single = default;
        }
    }

    private void AddUp(JsonValue value)
    {
        if (value.Reference is JsonArray array && !Sequence.IsWhole(value))
        {
            foreach (JsonValue item in array.AsSpan())
            {
                AddNumber(item);
            }
        }
        else
        {
            HasWhole |= value.IsArray;
            AddNumber(value);
        }
    }

    private void AddNumber(JsonValue value)
    {
        Count++;
        if (value.TryGetNumber(out double number))
        {
            Sum += number;
            Smallest = Math.Min(Smallest, number);
            Largest = Math.Max(Largest, number);
        }
        else
        {
            HasOther = true;
        }
    }
}
