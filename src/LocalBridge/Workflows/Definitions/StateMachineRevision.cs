using LocalBridge.StatesLanguage.Definitions;
using LocalBridge.Workflows.Persisting;

namespace LocalBridge.Workflows.Definitions;

/// <summary>Represents one revision of a state machine, ready to be started.</summary>
/// <remarks>Instances are immutable. A running execution holds the revision it began with.</remarks>
internal sealed class StateMachineRevision(StateMachineRecord record, StateMachineDefinition definition)
{
    internal StateMachineRecord Record { get; } = record;

    internal StateMachineRevisionKey Key => Record.RevisionKey;

    internal StateMachineDefinition Definition { get; } = definition;

    internal StateMachineDescription Describe() => new()
    {
        StateMachineArn = Record.StateMachineArn,
        Name = Record.Name,
        Type = Record.Type,
        Definition = Record.Definition,
        RoleArn = Record.RoleArn,
        CreationDate = Record.CreationDate,
        UpdateDate = Record.UpdateDate,
        RevisionId = Record.RevisionId,
    };
}
