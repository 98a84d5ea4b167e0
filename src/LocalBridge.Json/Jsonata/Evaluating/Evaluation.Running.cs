using LocalBridge.Json.Jsonata.Sequences;

namespace LocalBridge.Json.Jsonata.Evaluating;

internal sealed partial class Evaluation
{
    private JsonataBindings? _bindings;
    private DateTimeOffset? _instant;
    private RandomBits? _random;

    /// <summary>Gets or sets a value indicating whether arrays or objects made may hold arrays with marks.</summary>
    internal bool HoldsMarks { get; set; }

    /// <summary>Gets or sets a value indicating whether arrays or objects made may hold functions, or arrays nothing.</summary>
    internal bool HoldsFunctions { get; set; }

    /// <summary>Gets or sets a value indicating whether arithmetic has made a number that is not finite.</summary>
    internal bool HoldsNonFinite { get; set; }

    /// <summary>Gets what <c>$now()</c> says: the same however often it is asked.</summary>
    internal DateTimeOffset Instant => _instant ??= _bindings?.Instant ?? Limits.Clock.GetUtcNow();

    internal RandomBits Random => _random ??= new RandomBits(_bindings?.RandomSource, Expression.Options.RandomSeed);

    internal JsonValue Run(JsonValue input, JsonataBindings? bindings, CancellationToken cancellationToken)
    {
        Begin(input, bindings, cancellationToken);
        try
        {
            Program program = Expression.Program;
            CheckDepth(program.Nesting);
            Reserve(program.Locals);
            Window(0, program.Locals).Fill(Unbound.Value);
            Top = program.Locals;
            Frame = program.FrameSize == 0 ? null : new Frame(null, program.FrameSize);
            JsonValue context = input.IsArray ? Sequence.Single(Plain(input), SequenceMarks.Sequence | SequenceMarks.Wrapper) : input;
            return ResultCleaner.Clean(this, program.Body.Evaluate(this, context));
        }
        finally
        {
            End();
        }
    }

    private static JsonValue Plain(JsonValue input) => input.Reference is JsonArray array ? array : input;

    private void Begin(JsonValue input, JsonataBindings? bindings, CancellationToken cancellationToken)
    {
        Root = input;
        _bindings = bindings;
        _cancellationToken = cancellationToken;
        if (Limits.Timeout is not null)
        {
            _started = Limits.Clock.GetTimestamp();
        }

        Program program = Expression.Program;
        if (Globals.Length < program.GlobalNames.Length)
        {
            Globals = new JsonValue[program.GlobalNames.Length];
        }

        if (bindings is not null)
        {
            for (int i = 0; i < program.GlobalNames.Length; i++)
            {
                int at = bindings.IndexOf(program.GlobalNames[i]);
                Globals[i] = at < 0 ? default : Plain(bindings.At(at));
            }
        }
    }

    private void End()
    {
        ClearStack();
        Array.Clear(Globals);
        Base = 0;
        Frame = null;
        Depth = 0;
        Root = default;
        CallContext = default;
        TailFunction = null;
        HoldsMarks = false;
        HoldsFunctions = false;
        HoldsNonFinite = false;
        _bindings = null;
        _instant = null;
        _random = null;
        _cancellationToken = default;
        _untilCheck = CallsBetweenChecks;
        if (_hasCallPositions)
        {
            _hasCallPositions = false;
            Array.Clear(_callPositions);
        }
    }
}
