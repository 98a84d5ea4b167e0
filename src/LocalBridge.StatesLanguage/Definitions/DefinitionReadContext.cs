using System.Collections.Immutable;
using System.Runtime.CompilerServices;

namespace LocalBridge.StatesLanguage.Definitions;

/// <summary>What the readers of one definition share: the faults found so far, and the names of all states.</summary>
internal sealed class DefinitionReadContext(JsonPositions positions, DefinitionOptions options)
{
    private readonly ImmutableArray<Diagnostic>.Builder _diagnostics = ImmutableArray.CreateBuilder<Diagnostic>();
    private readonly Dictionary<string, string> _pointerByStateName = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _pointerByLabel = new(StringComparer.Ordinal);
    private int _expressDepth;
    private bool _isTooDeep;

    internal bool HasErrors { get; private set; }

    internal ImmutableArray<Diagnostic> Diagnostics => _diagnostics.ToImmutable();

    internal DefinitionOptions Options => options;

    /// <summary>Whether what is read now is run by Express executions: those of the machine, or the children of a distributed Map state around it.</summary>
    internal bool IsExpress => options.IsExpress || _expressDepth > 0;

    internal void Fault(string pointer, string message, string code = DiagnosticCodes.SchemaValidationFailed, string? hint = null)
    {
        HasErrors = true;
        Add(DiagnosticSeverity.Error, pointer, message, code, hint);
    }

    /// <summary>Looks whether the stack has room to read what is nested here; notes once that it has not.</summary>
    internal bool HasRoom(string pointer)
    {
        if (RuntimeHelpers.TryEnsureSufficientExecutionStack())
        {
            return true;
        }

        if (!_isTooDeep)
        {
            _isTooDeep = true;
            Fault(pointer, "It is nested deeper than this thread's stack allows", hint: "Nest less, or read the definition on a thread with a larger stack.");
        }

        return false;
    }

    /// <summary>Notes what can be used, but probably does not do what was meant.</summary>
    internal void Warn(string pointer, string message, string code, string? hint = null) => Add(DiagnosticSeverity.Warning, pointer, message, code, hint);

    /// <summary>Notes that the text is not JSON, so that no place in it has a pointer.</summary>
    internal void UnreadableText(string message, string code, int line, int column)
    {
        HasErrors = true;
        _diagnostics.Add(new Diagnostic(DiagnosticSeverity.Error, code, message, "/", line, column));
    }

    /// <summary>Takes note of a state's name; names are unique in the whole state machine (States Language specification, "States").</summary>
    internal void AddStateName(string name, string pointer)
    {
        if (!_pointerByStateName.TryAdd(name, pointer))
        {
            Fault(pointer, $"Duplicate state name: {name}", DiagnosticCodes.DuplicateStateName, $"It is also at '{_pointerByStateName[name]}'.");
        }
    }

    /// <summary>Takes note that a part begins that Express executions run.</summary>
    internal void EnterExpress() => _expressDepth++;

    internal void LeaveExpress() => _expressDepth--;

    /// <summary>Takes note of a Map state's label, which names it in ARNs and so is unique in the whole state machine.</summary>
    internal void AddLabel(string label, string pointer)
    {
        if (!_pointerByLabel.TryAdd(label, pointer))
        {
            Fault(pointer, $"Duplicate label: {label}", hint: $"It is also at '{_pointerByLabel[label]}'.");
        }
    }

    private void Add(DiagnosticSeverity severity, string pointer, string message, string code, string? hint)
    {
        (int line, int column) = positions.Find(pointer);
        _diagnostics.Add(new Diagnostic(severity, code, message, pointer.Length == 0 ? "/" : pointer, line, column) { Hint = hint });
    }
}
