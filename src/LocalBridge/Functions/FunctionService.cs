using Microsoft.Extensions.DependencyInjection;

namespace LocalBridge.Functions;

/// <summary>A parameter of a function that comes from the container.</summary>
/// <param name="ParameterName">The name of the parameter, for messages.</param>
/// <param name="ServiceType">The type to resolve.</param>
/// <param name="Key">The key of a keyed service, or <see langword="null"/>.</param>
internal sealed record FunctionService(string ParameterName, Type ServiceType, object? Key)
{
    /// <summary>Tells whether the container knows the service; <see langword="true"/> when it cannot say.</summary>
    internal bool IsKnownTo(IServiceProvider services)
    {
        if (Key is not null)
        {
            return services.GetService(typeof(IServiceProviderIsKeyedService)) is not IServiceProviderIsKeyedService keyed
                || keyed.IsKeyedService(ServiceType, Key);
        }

        return services.GetService(typeof(IServiceProviderIsService)) is not IServiceProviderIsService plain || plain.IsService(ServiceType);
    }
}
