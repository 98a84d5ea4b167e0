using LocalBridge.Json.Jsonata.Nodes;

namespace LocalBridge.Json.Jsonata.Evaluating;

/// <summary>Represents a compiled expression.</summary>
/// <param name="Body">What is evaluated.</param>
/// <param name="Locals">How many places on the stack it takes for variables.</param>
/// <param name="FrameSize">How many of its variables stand in a frame on the heap; zero where none outlives the evaluation.</param>
/// <param name="Nesting">How deep its evaluation nests at least.</param>
/// <param name="GlobalNames">The variables it takes from the bindings.</param>
/// <param name="FunctionNames">The functions it uses, which a variable given to an evaluation may hide.</param>
internal sealed record Program(Node Body, int Locals, int FrameSize, int Nesting, string[] GlobalNames, string[] FunctionNames);
