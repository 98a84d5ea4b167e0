using System.Collections.Immutable;
using LocalBridge.EventPatterns.Compiled;
using LocalBridge.EventPatterns.Operators;

namespace LocalBridge.EventPatterns.Matching;

/// <summary>Walks an event once, from the front to the back, and fills in the <see cref="Findings"/>.</summary>
internal ref struct EventScan
{
    private readonly ImmutableArray<PathNode> _nodes;
    private readonly bool _stopsEarly;
    private readonly bool _uniquePaths;
    private readonly List<SeenValue>? _seen;
    private EventReader _reader;
    private EventValue _value;
    private EventValue _name;
    private PooledList<Frame> _frames;
    private int _unsatisfied;

    /// <param name="pattern">The pattern.</param>
    /// <param name="data">The event.</param>
    /// <param name="guarantees">What is known about the event.</param>
    /// <param name="seen">Where to note what was found, for an explanation.</param>
    public EventScan(CompiledPattern pattern, ReadOnlySpan<byte> data, EventGuarantees guarantees, List<SeenValue>? seen)
    {
        bool isWellFormed = (guarantees & EventGuarantees.WellFormed) != 0;
        _nodes = pattern.Nodes;
        _reader = new EventReader(data, isWellFormed);
        _uniquePaths = (guarantees & EventGuarantees.UniquePaths) != 0;
        _stopsEarly = isWellFormed && pattern.IsSingleRule && seen is null;
        _seen = seen;
        _unsatisfied = pattern.SubRules[0].Fields.Length;
    }

    public void Dispose()
    {
        _value.Dispose();
        _name.Dispose();
        _frames.Dispose();
    }

    /// <summary>Reads the event.</summary>
    /// <returns>Whether everything was read; false if reading stopped because the findings decide the verdict already.</returns>
    public bool Run(ref Findings findings)
    {
        if (_reader.Peek("a JSON object") != '{')
        {
            throw _reader.Unexpected("a JSON object (an event must be one)");
        }

        Open(new Frame { Array = -1 });
        while (_frames.Count > 0)
        {
            bool goOn = _frames[_frames.Count - 1].IsArray ? ReadElement(ref findings) : ReadMember(ref findings);
            if (!goOn)
            {
                return false;
            }
        }

        return true;
    }

    private void Open(Frame frame)
    {
        _reader.ThrowIfTooDeep(_frames.Count + 1);
        _reader.Skip();
        _frames.Add(frame);
    }

    private void Close(ref Findings findings)
    {
        _reader.Skip();
        Frame frame = _frames[_frames.Count - 1];
        _frames.Truncate(_frames.Count - 1);
        if (!frame.OwnsScope)
        {
            return;
        }

        // An element in which nothing was found cannot matter: forgetting it keeps memory to what was found.
        ref ArrayScope scope = ref findings.Scopes[frame.Scope - 1];
        scope.EndRecord = findings.Records.Count;
        if (scope.FirstRecord == scope.EndRecord)
        {
            findings.Scopes.Truncate(frame.Scope - 1);
        }
    }

    private bool ReadMember(ref Findings findings)
    {
        ref Frame frame = ref _frames[_frames.Count - 1];
        byte b = _reader.Peek("a field name or the end of the object");
        if (b == '}')
        {
            Close(ref findings);
            return true;
        }

        ReadComma(ref frame, b, "a comma or the end of the object");
        ReadOnlySpan<byte> name = _reader.ReadName(out bool hasEscapes);
        int node = Find(frame.Node, name, hasEscapes);
        if (node < 0)
        {
            _reader.SkipValue(_frames.Count);
            return true;
        }

        return ReadValue(node, ref frame, ref findings);
    }

    private bool ReadElement(ref Findings findings)
    {
        ref Frame frame = ref _frames[_frames.Count - 1];
        byte b = _reader.Peek("an element or the end of the array");
        if (b == ']')
        {
            Close(ref findings);
            return true;
        }

        ReadComma(ref frame, b, "a comma or the end of the array");
        return ReadValue(frame.Node, ref frame, ref findings);
    }

    private void ReadComma(ref Frame frame, byte b, string expected)
    {
        if (frame.HasEntries)
        {
            if (b != ',')
            {
                throw _reader.Unexpected(expected);
            }

            _reader.Skip();
        }

        frame.HasEntries = true;
    }

    /// <summary>Goes from a step to the step below with this name. A name with dots is several steps.</summary>
    private int Find(int node, ReadOnlySpan<byte> name, bool hasEscapes)
    {
        if (hasEscapes)
        {
            _name.Reset(EventValueKind.String, name, true);
            name = _name.Text;
        }

        while (true)
        {
            int dot = name.IndexOf((byte)'.');
            node = _nodes[node].Find(dot < 0 ? name : name[..dot]);
            if (dot < 0 || node < 0)
            {
                return node;
            }

            name = name[(dot + 1)..];
        }
    }

    private bool ReadValue(int node, ref Frame parent, ref Findings findings)
    {
        byte first = _reader.Peek("a value");
        PathNode step = _nodes[node];
        int start = _reader.Position;
        if (first is (byte)'{' or (byte)'[')
        {
            if (step.PathId >= 0)
            {
                _seen?.Add(new SeenValue(step.PathId, start, 0, parent.Scope, first));
            }

            if (first == '{' && !step.HasChildren)
            {
                _reader.SkipValue(_frames.Count);
                return true;
            }

            Frame frame = new() { Node = node, IsArray = first == '[', Scope = parent.Scope, Array = -1 };
            if (parent.IsArray)
            {
                OpenScope(ref parent, ref frame, ref findings);
            }

            Open(frame);
            return true;
        }

        _reader.ReadScalar(first, ref _value);
        if (step.PathId < 0)
        {
            return true;
        }

        _seen?.Add(new SeenValue(step.PathId, start, _reader.Position - start, parent.Scope, first));
        return parent.Scope == 0 ? TakeFree(step.PathId, parent.IsArray, ref findings) : TakeInElement(step.PathId, parent.Scope, ref findings);
    }

    private static void OpenScope(ref Frame array, ref Frame element, ref Findings findings)
    {
        if (array.Array < 0)
        {
            array.Array = findings.ArrayCount++;
        }

        findings.Scopes.Add(new ArrayScope(array.Scope, array.Array, findings.Records.Count, findings.Records.Count));
        element.Scope = findings.Scopes.Count;
        element.OwnsScope = true;
    }

    /// <summary>Takes a value that lies in no array element. False if the verdict is certain now.</summary>
    private bool TakeFree(int pathId, bool inArray, ref Findings findings)
    {
        findings.SetPresent(pathId);
        bool accepted = false;
        foreach (FieldCondition condition in findings.Pattern.Paths[pathId].Conditions)
        {
            if (findings.IsAccepted(condition))
            {
                accepted = true;
            }
            else if (condition.Accepts(ref _value))
            {
                findings.Accept(condition);
                accepted = true;
                _unsatisfied--;
            }
        }

        // With one sub-rule there is one condition a path: it holds now for good, or, if no other value can come, never.
        return !(_stopsEarly && (accepted ? _unsatisfied == 0 : _uniquePaths && !inArray));
    }

    /// <summary>Takes a value in an array element.</summary>
    private bool TakeInElement(int pathId, int scope, ref Findings findings)
    {
        FieldPath path = findings.Pattern.Paths[pathId];
        bool isWide = path.Conditions.Length > 64;
        ulong accepted = isWide ? (ulong)findings.AddWideBits(path.Conditions.Length) : 0;
        bool any = path.PresenceMatters;
        foreach (FieldCondition condition in path.Conditions)
        {
            if (!condition.Accepts(ref _value))
            {
                continue;
            }

            any = true;
            findings.AcceptInElement(condition);
            if (isWide)
            {
                findings.AcceptWide((int)accepted, condition.Local);
            }
            else
            {
                accepted |= 1UL << condition.Local;
            }
        }

        if (any)
        {
            findings.Records.Add(new ValueRecord(pathId, scope, accepted));
        }
        else if (isWide)
        {
            findings.DropWideBits((int)accepted);
        }

        return true;
    }
}
