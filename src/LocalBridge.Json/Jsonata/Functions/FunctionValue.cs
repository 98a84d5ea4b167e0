namespace LocalBridge.Json.Jsonata.Functions;

/// <summary>Represents a function as a value: a lambda, a built-in function, a regular expression or what is made of them.</summary>
internal abstract class FunctionValue
{
}
