using LocalBridge.StatesLanguage.Definitions;
using LocalBridge.StatesLanguage.Drawing.Diagrams;
using LocalBridge.StatesLanguage.States;
using LocalBridge.StatesLanguage.Tests.Support;

namespace LocalBridge.StatesLanguage.Tests.Drawing.Diagrams;

internal sealed class StateCaptionTests
{
    [TestCase(EverythingMachines.JsonPath, "Task", "Task · reserve-stock")]
    [TestCase(EverythingMachines.JsonPath, "Task by paths", "Task · lambda:invoke")]
    [TestCase(EverythingMachines.JsonPath, "Wait", "Wait · 3 s")]
    [TestCase(EverythingMachines.JsonPath, "Wait for seconds at", "Wait · $.s s")]
    [TestCase(EverythingMachines.JsonPath, "Wait until", "Wait · until 2026-03-14T01:59:00Z")]
    [TestCase(EverythingMachines.JsonPath, "Wait until at", "Wait · until $.at")]
    [TestCase(EverythingMachines.JsonPath, "Map", "Map · 5 at a time")]
    [TestCase(EverythingMachines.JsonPath, "Map of files", "Map · distributed, $.m at a time")]
    [TestCase(EverythingMachines.JsonPath, "Map of batches", "Map · distributed")]
    [TestCase(EverythingMachines.JsonPath, "Fail", "Fail · E")]
    [TestCase(EverythingMachines.JsonPath, "Fail by paths", "Fail · $.e")]
    [TestCase(EverythingMachines.JsonPath, "Succeed", "Succeed")]
    [TestCase(EverythingMachines.Jsonata, "Wait", "Wait · $s s")]
    [TestCase(EverythingMachines.Jsonata, "Wait until", "Wait · until $at")]
    [TestCase(EverythingMachines.Jsonata, "Map", "Map · distributed, 2 at a time")]
    [TestCase(EverythingMachines.Jsonata, "Fail", "Fail · $e")]
    public void Of_State_SaysWhatMattersMost(string json, string state, string expected)
    {
        StateMachineDefinition.Parse(json).Graph.TryGetState(state, out State? found);

        Assert.That(StateCaption.Of(found!), Is.EqualTo(expected));
    }
}
