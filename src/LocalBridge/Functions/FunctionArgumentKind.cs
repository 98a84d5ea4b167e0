namespace LocalBridge.Functions;

/// <summary>The sources of a delegate's arguments.</summary>
internal enum FunctionArgumentKind
{
    /// <summary>The input of the invocation, read from JSON.</summary>
    Input,

    /// <summary>The <see cref="FunctionContext"/> of the invocation.</summary>
    Context,

    /// <summary>The cancellation token of the invocation.</summary>
    Cancellation,

    /// <summary>The service provider: of the scope when there is one, else the root.</summary>
    ServiceProvider,

    /// <summary>A service of the container.</summary>
    Service,
}
