using LocalBridge.Json.Jsonata.Nodes;

namespace LocalBridge.Json.Jsonata.Functions;

/// <summary>Represents a compiled transform, <c>|pattern|update,deletion|</c>.</summary>
internal sealed class TransformCode
{
    internal required Node Pattern { get; init; }

    internal required Node Update { get; init; }

    internal required Node? Deletion { get; init; }

    /// <summary>Gets the function that makes the copy to be changed; <see langword="null"/> for the built-in one.</summary>
    internal required Node? Clone { get; init; }

    internal required int Locals { get; init; }

    internal required int FrameSize { get; init; }

    internal required int Position { get; init; }

    internal required int UpdatePosition { get; init; }

    internal required int DeletionPosition { get; init; }
}
