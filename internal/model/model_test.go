package model

import "testing"

// Every setting has a name of its own, and no other number has one.
func TestSettingString(t *testing.T) {
	seen := map[string]Setting{}
	for s := NoSetting; int(s) < NumSettings; s++ {
		name := s.String()
		if other, taken := seen[name]; name == "" || taken {
			t.Errorf("setting %d is called %q, as is %d", s, name, other)
		}
		seen[name] = s
	}
	if got := Setting(NumSettings).String(); got != "Setting?" {
		t.Errorf("after the last setting: %q", got)
	}
}

// Slots that carry a setting carry different ones.
func TestSlotSetting(t *testing.T) {
	seen := map[Setting]Slot{}
	for slot := NoSlot; slot <= ArgTimeout; slot++ {
		s, ok := SlotSetting(slot)
		if ok != (s != NoSetting) {
			t.Errorf("slot %d: setting %v, %v", slot, s, ok)
		}
		if other, taken := seen[s]; ok && taken {
			t.Errorf("slots %d and %d both carry %v", other, slot, s)
		}
		seen[s] = slot
	}
	if len(seen) != 10 { // nine settings, and none
		t.Errorf("%d settings have a slot", len(seen)-1)
	}
}
