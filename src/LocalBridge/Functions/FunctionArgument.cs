namespace LocalBridge.Functions;

/// <summary>Where one argument of a delegate comes from.</summary>
internal sealed class FunctionArgument
{
    private FunctionArgument(FunctionArgumentKind kind, FunctionService? service = null)
    {
        Kind = kind;
        Service = service;
    }

    internal static FunctionArgument Input { get; } = new(FunctionArgumentKind.Input);

    internal static FunctionArgument Context { get; } = new(FunctionArgumentKind.Context);

    internal static FunctionArgument Cancellation { get; } = new(FunctionArgumentKind.Cancellation);

    internal static FunctionArgument Services { get; } = new(FunctionArgumentKind.ServiceProvider);

    internal FunctionArgumentKind Kind { get; }

    internal FunctionService? Service { get; }

    internal static FunctionArgument FromServices(FunctionService service) => new(FunctionArgumentKind.Service, service);
}
