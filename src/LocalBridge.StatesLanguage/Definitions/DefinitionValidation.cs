using System.Collections.Immutable;

namespace LocalBridge.StatesLanguage.Definitions;

/// <summary>Represents the answer to <see cref="StateMachineDefinition.Validate"/>: <c>ValidateStateMachineDefinition</c> of the AWS API.</summary>
/// <remarks>Instances are immutable.</remarks>
/// <param name="IsValid">Whether the definition can be used (<c>OK</c>, not <c>FAIL</c>). Warnings do not count, nor does it matter what was asked for.</param>
/// <param name="Diagnostics">The faults that were asked for: errors first, each kind in the order of the text.</param>
/// <param name="IsTruncated">Whether there are more than were asked for.</param>
public sealed record DefinitionValidation(bool IsValid, ImmutableArray<Diagnostic> Diagnostics, bool IsTruncated);
