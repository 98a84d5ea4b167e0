using LocalBridge.Json;
using LocalBridge.StatesLanguage.Choices;
using LocalBridge.StatesLanguage.Definitions;
using LocalBridge.StatesLanguage.Failing;
using LocalBridge.StatesLanguage.Maps;
using LocalBridge.StatesLanguage.Parallels;
using LocalBridge.StatesLanguage.Passing;
using LocalBridge.StatesLanguage.Tasks;
using LocalBridge.StatesLanguage.Waiting;

namespace LocalBridge.StatesLanguage.States;

/// <summary>Writes one state of any type: first what identifies it, then the fields of its type, then the fields types share.</summary>
internal static class StateWriter
{
    internal static JsonValue Write(State state, QueryLanguage machineLanguage)
    {
        var fields = new FieldWriter();
        StateFieldsWriter.WriteHead(fields, state, machineLanguage);
        switch (state)
        {
            case PassState pass:
                PassStateWriter.Write(fields, pass);
                break;
            case TaskState task:
                TaskStateWriter.Write(fields, task);
                break;
            case ChoiceState choice:
                ChoiceStateWriter.Write(fields, choice);
                break;
            case WaitState wait:
                WaitStateWriter.Write(fields, wait);
                break;
            case FailState fail:
                FailStateWriter.Write(fields, fail);
                break;
            case ParallelState parallel:
                ParallelStateWriter.Write(fields, parallel, machineLanguage);
                break;
            case MapState map:
                MapStateWriter.Write(fields, map, machineLanguage);
                break;
            default:
                // A Succeed state has the shared fields only.
                break;
        }

        StateFieldsWriter.WriteTail(fields, state);
        return fields.Build();
    }
}
