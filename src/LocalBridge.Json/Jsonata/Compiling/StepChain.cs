using LocalBridge.Json.Jsonata.Nodes.Paths;

namespace LocalBridge.Json.Jsonata.Compiling;

/// <summary>Links the steps of a path, each to the one behind it.</summary>
internal struct StepChain
{
    // A step takes less of the call stack than a level of nesting.
    private const int StepsBetweenGuards = 48;

    private Step? _last;
    private int _count;

    internal Step? First { get; private set; }

    internal void Add(Step step)
    {
        if (++_count % StepsBetweenGuards == 0)
        {
            Link(new GuardStep());
        }

        Link(step);
    }

    private void Link(Step step)
    {
        if (_last is null)
        {
            First = step;
        }
        else
        {
            _last.Next = step;
        }

        _last = step;
    }
}
