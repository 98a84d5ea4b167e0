using LocalBridge.Json.Jsonata.Nodes;
using LocalBridge.Json.Jsonata.Signatures;

namespace LocalBridge.Json.Jsonata.Functions;

/// <summary>Represents the compiled body of a lambda.</summary>
internal sealed class LambdaCode
{
    internal required Node Body { get; init; }

    /// <summary>Gets how many parameters there are; they are the first places on the stack.</summary>
    internal required int Parameters { get; init; }

    /// <summary>Gets how many places on the stack a call takes.</summary>
    internal required int Locals { get; init; }

    /// <summary>Gets how many variables stand in a frame on the heap; zero where nothing outlives the call.</summary>
    internal required int FrameSize { get; init; }

    /// <summary>Gets how deep evaluating the body nests at least.</summary>
    internal required int Nesting { get; init; }

    internal required Signature? Signature { get; init; }
}
