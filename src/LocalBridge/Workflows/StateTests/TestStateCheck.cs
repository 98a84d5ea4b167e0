using LocalBridge.Errors;
using LocalBridge.StatesLanguage.Maps;
using LocalBridge.StatesLanguage.States;
using LocalBridge.StatesLanguage.Tasks;
using LocalBridge.Workflows.Errors;

namespace LocalBridge.Workflows.StateTests;

/// <summary>Checks that the parts of a test fit together, in the order in which the service does.</summary>
internal static class TestStateCheck
{
    /// <summary>Checks what can be seen without reading the definition.</summary>
    internal static void CheckLengths(TestStateRequest request)
    {
        var constraints = default(ModelConstraints);
        constraints.Length(request.StateName, "stateName", 1, 80);
        constraints.Length(request.StateConfiguration?.ErrorCausedByState, "stateConfiguration.errorCausedByState", 1, 80);
        constraints.Range(request.StateConfiguration?.RetrierRetryCount, "stateConfiguration.retrierRetryCount", 0, int.MaxValue);
        constraints.Range(request.StateConfiguration?.MapIterationFailureCount, "stateConfiguration.mapIterationFailureCount", 0, int.MaxValue);
        constraints.ThrowIfAny();
    }

    internal static void Check(TestStateRequest request, TestedState tested)
    {
        State state = tested.State;
        CheckConfiguration(request);
        if (request.Mock is null)
        {
            if (state.Type is StateType.Map or StateType.Parallel)
            {
                throw InvalidDefinitionException.InOwnWords(TestStateMessages.NeedsMock);
            }
        }
        else
        {
            CheckMock(request, request.Mock, state);
        }

        if (!request.Context.IsUndefined)
        {
            ContextCheck.Check(request.Context);
        }

        if (state is TaskState task && request.Mock is null)
        {
            if (request.RoleArn is null)
            {
                throw new ValidationException(TestStateMessages.NeedsRole);
            }

            if (task.Resource.Kind == TaskResourceKind.Activity || task.Resource.Pattern != TaskPattern.RequestResponse)
            {
                throw InvalidDefinitionException.InOwnWords(TestStateMessages.Waits(task.Resource.Text));
            }
        }
    }

    private static void CheckConfiguration(TestStateRequest request)
    {
        if (request is not { Mock: null, StateConfiguration: { } configuration })
        {
            return;
        }

        string? field = configuration switch
        {
            { RetrierRetryCount: not null } => nameof(configuration.RetrierRetryCount),
            { ErrorCausedByState: not null } => nameof(configuration.ErrorCausedByState),
            { MapIterationFailureCount: not null } => nameof(configuration.MapIterationFailureCount),
            { MapItemReaderData.IsUndefined: false } => nameof(configuration.MapItemReaderData),
            _ => null,
        };
        if (field is not null)
        {
            throw new ValidationException(TestStateMessages.NeedsMockFor(field));
        }
    }

    private static void CheckMock(TestStateRequest request, MockInput mock, State state)
    {
        if (state.Type is not (StateType.Task or StateType.Map or StateType.Parallel))
        {
            throw new ValidationException(TestStateMessages.Unmockable(state.Type));
        }

        if (request.RevealSecrets)
        {
            throw new ValidationException(TestStateMessages.SecretsOfMock);
        }

        if (mock.Result.IsUndefined == mock.ErrorOutput is null)
        {
            throw new ValidationException(mock.ErrorOutput is null ? TestStateMessages.NoMock : TestStateMessages.TwoMocks);
        }

        if (mock.Result.IsUndefined)
        {
            return;
        }

        switch (state)
        {
            case TaskState task:
                MockResultCheck.Check(task.Resource, mock.Result, mock.FieldValidationMode);
                break;
            case MapState { ResultWriter: not null }:
                if (!mock.Result.IsObject)
                {
                    throw new ValidationException(TestStateMessages.ResultMustBeObject);
                }

                break;
            default:
                if (!mock.Result.IsArray)
                {
                    throw new ValidationException(TestStateMessages.ResultMustBeArray);
                }

                break;
        }
    }
}
